package dev.ephor.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void names_the_taken_port_its_part_and_who_has_it() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            String line =
                    Ports.taken(Map.of("request-service", socket.getLocalPort())).orElseThrow();

            // Then
            assertThat(line)
                    .contains("port " + socket.getLocalPort() + " (request-service) is taken")
                    .contains("by process " + ProcessHandle.current().pid())
                    .contains("end what listens there")
                    .doesNotContain("more")
                    .doesNotContain("\n");
        }
    }

    @Test
    void names_the_first_of_several_and_how_many_more_there_are() throws Exception {
        try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket third = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            var wanted = new LinkedHashMap<String, Integer>();
            wanted.put("free", FreePorts.one());
            wanted.put("one", first.getLocalPort());
            wanted.put("two", second.getLocalPort());
            wanted.put("three", third.getLocalPort());

            // When
            String line = Ports.taken(wanted).orElseThrow();

            // Then
            assertThat(line)
                    .startsWith("port " + first.getLocalPort() + " (one) is taken by process")
                    .contains(", and so are 2 more: end what listens there")
                    .doesNotContain("two", "three", "\n");
        }
    }

    @Test
    void says_nothing_where_all_ports_are_free() {
        // Then
        assertThat(Ports.taken(Map.of("request-service", FreePorts.one()))).isEmpty();
    }

    @Test
    void allocates_different_ports() {
        // Then
        assertThat(new HashSet<>(FreePorts.allocate(20))).hasSize(20).allMatch(Ports::free);
    }
}
