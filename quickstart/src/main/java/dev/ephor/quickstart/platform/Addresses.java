package dev.ephor.quickstart.platform;

import dev.ephor.quickstart.process.FreePorts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which part of the platform listens where, on loopback.
 *
 * @param byName in the order of their numbers
 */
public record Addresses(Map<String, Integer> byName) {
    public static final String GATEWAY = "gateway";
    public static final String KAFKA = "kafka";
    public static final String POSTGRES = "postgres";
    public static final String ISSUER = "issuer";
    public static final String ENTRA = "entra";
    public static final String APP1 = "app1";
    public static final String SMTP = "smtp";
    public static final String MAILS = "mails";

    private static final List<String> NAMES =
            List.of(
                    GATEWAY,
                    ServiceName.REQUEST.text(),
                    ServiceName.APPROVAL.text(),
                    ServiceName.MEMBERSHIP.text(),
                    ServiceName.PROVISIONING.text(),
                    ServiceName.AUDIT.text(),
                    ISSUER,
                    ENTRA,
                    APP1,
                    KAFKA,
                    POSTGRES,
                    SMTP,
                    MAILS);

    private static final int FIRST = 18080;

    /** The same at every start, for people who type them. */
    public static Addresses fixed() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        NAMES.forEach(name -> ports.put(name, FIRST + ports.size()));
        return new Addresses(ports);
    }

    /** Ports that nobody uses, so that a test or a demo runs beside another platform. */
    public static Addresses free() {
        List<Integer> free = FreePorts.allocate(NAMES.size());
        Map<String, Integer> ports = new LinkedHashMap<>();
        NAMES.forEach(name -> ports.put(name, free.get(ports.size())));
        return new Addresses(ports);
    }

    String url(ServiceName service) {
        return "http://127.0.0.1:" + of(service.text());
    }

    public int of(String name) {
        Integer port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("no part of the platform is called " + name);
        }
        return port;
    }
}
