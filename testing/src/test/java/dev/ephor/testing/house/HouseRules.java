package dev.ephor.testing.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.NullMarked;

/** The rules, as values, so that a test can show of each that it finds something. */
final class HouseRules {
    static final ArchRule THE_DOMAIN_IMPORTS_ONLY_JAVA_AND_THE_SHARED_LANGUAGE =
            noClasses()
                    .that()
                    .resideInAPackage("..domain..")
                    .should()
                    .dependOnClassesThat(
                            resideOutsideOfPackages(
                                    "java.lang..",
                                    "java.util..",
                                    "java.time..",
                                    "java.math..",
                                    "dev.ephor.events..",
                                    "dev.ephor.kit.decider..",
                                    "org.jspecify..",
                                    "..domain.."));

    static final ArchRule THE_DOMAIN_ASKS_NO_CLOCK_AND_MAKES_NO_IDS =
            noClasses()
                    .that()
                    .resideInAPackage("..domain..")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .orShould()
                    .callMethod(Math.class, "random")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Random.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class);

    static final ArchRule THE_APPLICATION_KNOWS_NO_ADAPTER =
            noClasses()
                    .that()
                    .resideInAPackage("..application..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                            "dev.ephor..rest..",
                                            "dev.ephor..kafka..",
                                            "dev.ephor..store..")
                                    .and(resideOutsideOfPackages("dev.ephor.kit..")));

    static final ArchRule MAILING_KNOWS_NO_ADAPTER =
            noClasses()
                    .that()
                    .resideInAPackage("dev.ephor..mailing..")
                    .should(dependOn("an adapter", HouseRules::isOtherAdapter));

    /** What mails cannot do stands in nobody's way. */
    static final ArchRule ONLY_THE_STORE_KNOWS_MAILING =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.ephor..mailing..", "dev.ephor..store..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.ephor..mailing..");

    static final ArchRule REST_AND_KAFKA_KNOW_NEITHER_EACH_OTHER_NOR_THE_STORE =
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.ephor..rest..", "dev.ephor..kafka..")
                    .should(dependOn("another adapter", HouseRules::isOtherAdapter));

    static final ArchRule THE_STORE_KNOWS_NEITHER_REST_NOR_KAFKA =
            noClasses()
                    .that()
                    .resideInAPackage("dev.ephor..store..")
                    .should(dependOn("another adapter", HouseRules::isOtherAdapter));

    static final ArchRule NO_SERVICE_KNOWS_ANOTHER =
            noClasses()
                    .should(
                            dependOn(
                                    "another service",
                                    (from, to) ->
                                            Service.of(from) != null
                                                    && Service.of(to) != null
                                                    && Service.of(from) != Service.of(to)));

    /** The package {@code ticket} is the SPI's, as {@code dev.ephor.connector} itself. */
    static final ArchRule NO_SERVICE_NAMES_A_CONNECTOR =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.ephor.connector..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("dev.ephor.connector.*..")
                                    .and(resideOutsideOfPackages("dev.ephor.connector.ticket..")));

    static final ArchRule NOBODY_KNOWS_THE_FAULTS =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.ephor.faults..", "dev.ephor.testing.faults..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.ephor.faults..");

    /** Whoever judges shares no code with what is judged, nor with what breaks it. */
    static final ArchRule THE_REFEREE_KNOWS_NOTHING_OF_EPHOR =
            noClasses()
                    .that()
                    .resideInAPackage("dev.ephor..referee..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("dev.ephor..")
                                    .and(resideOutsideOfPackage("dev.ephor..referee..")));

    static final ArchRule NAMES_SAY_WHAT_A_THING_IS =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|Handler)")
                    .orShould()
                    .haveNameMatching(".*\\.(Abstract|Base)[A-Z]\\w*")
                    .orShould()
                    .haveNameMatching(".*[a-z]Service");

    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
            classes()
                    .should(
                            new ArchCondition<>("live in a @NullMarked package") {
                                @Override
                                public void check(JavaClass item, ConditionEvents events) {
                                    boolean marked =
                                            item.getPackage().isAnnotatedWith(NullMarked.class);
                                    String message =
                                            item.getPackageName()
                                                    + " has no @NullMarked package-info";
                                    events.add(new SimpleConditionEvent(item, marked, message));
                                }
                            });

    private HouseRules() {}

    /** The five; a planted class counts as the service that its simple name begins with. */
    private enum Service {
        REQUEST,
        APPROVAL,
        MEMBERSHIP,
        PROVISIONING,
        AUDIT;

        static Service of(JavaClass type) {
            for (Service service : values()) {
                String name = service.name().toLowerCase(java.util.Locale.ROOT);
                boolean planted =
                        type.getPackageName().contains(".planted")
                                && type.getSimpleName()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .startsWith(name);
                if (planted || type.getPackageName().startsWith("dev.ephor." + name)) {
                    return service;
                }
            }
            return null;
        }
    }

    private static boolean isOtherAdapter(JavaClass from, JavaClass to) {
        String room = room(to);
        return to.getPackageName().startsWith("dev.ephor")
                && !to.getPackageName().startsWith("dev.ephor.kit")
                && (room.equals("rest") || room.equals("kafka") || room.equals("store"))
                && !room.equals(room(from));
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static ArchCondition<JavaClass> dependOn(
            String what, BiPredicate<JavaClass, JavaClass> which) {
        return new ArchCondition<>("depend on " + what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                        .filter(d -> which.test(item, d.getTargetClass()))
                        .forEach(
                                d ->
                                        events.add(
                                                SimpleConditionEvent.satisfied(
                                                        item, d.getDescription())));
            }
        };
    }
}
