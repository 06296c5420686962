package dev.ephor.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.faults.weaving.Alteration;
import dev.ephor.faults.weaving.Alteration.Halt;
import dev.ephor.faults.weaving.CrashPoints;
import dev.ephor.faults.weaving.CrashPoints.CrashPoint;
import dev.ephor.faults.weaving.PlantedBugs;
import dev.ephor.faults.weaving.Weaver;
import dev.ephor.faults.weaving.Where;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Crash points and planted bugs name places in the services' code: they have to be there. */
class AlterationsTest {

    static Stream<Alteration> alterations() {
        return Stream.concat(
                CrashPoints.all().stream().map(CrashPoint::halt),
                PlantedBugs.all().values().stream());
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void every_alteration_finds_its_place_and_leaves_a_sound_class(Alteration alteration)
            throws IOException {
        // Given
        byte[] original = bytesOf(alteration.where());
        // When
        byte[] woven = new Weaver(alteration).woven(original, getClass().getClassLoader());
        // Then
        assertThat(woven).isNotEqualTo(original);
        assertThat(ClassFile.of().verify(woven)).isEmpty();
    }

    @Test
    void crash_points_have_names_of_their_own() {
        assertThat(CrashPoints.all().stream().map(CrashPoint::id)).doesNotHaveDuplicates();
    }

    @Test
    void refuses_a_place_that_is_not_there() throws IOException {
        // Given
        var nowhere =
                new Halt(new Where("dev.ephor.kit.journal.Outbox", "publish", "sendAway"), true);
        byte[] original = bytesOf(nowhere.where());
        // Then
        assertThatThrownBy(() -> new Weaver(nowhere).woven(original, getClass().getClassLoader()))
                .hasMessageContaining("no such call");
    }

    private static byte[] bytesOf(Where where) throws IOException {
        String resource = where.type().replace('.', '/') + ".class";
        try (InputStream in =
                Objects.requireNonNull(
                        AlterationsTest.class.getClassLoader().getResourceAsStream(resource),
                        resource)) {
            return in.readAllBytes();
        }
    }
}
