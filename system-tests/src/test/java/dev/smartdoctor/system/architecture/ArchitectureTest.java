package dev.smartdoctor.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import dev.smartdoctor.system.suite.Suite;

/** Each rule holds for the code, and fails for the package of classes made to break it. */
class ArchitectureTest {
    private static final String ROOT = "dev.smartdoctor";
    private static final List<String> SERVICES = List.of("auth", "appointment", "assistant", "notification", "gateway");
    private static final String BREAKER_ROOT = "dev.smartdoctor.system.architecture.breaking";

    private static final JavaClasses CODE = new ClassFileImporter().importPaths(List.of(
            classes("platform/core"), classes("platform/data"), classes("auth-service"), classes("appointment-service"),
            classes("assistant-service"), classes("notification-service"), classes("gateway")));
    private static final JavaClasses BREAKERS = new ClassFileImporter().importPackages(BREAKER_ROOT);

    @Test
    void everyPartIsLookedAt() {
        for (String part : List.of("platform", "auth", "appointment", "assistant", "notification", "gateway")) {
            assertThat(CODE.stream().filter(type -> type.getPackageName().startsWith(ROOT + "." + part + ".")))
                    .as("classes of %s", part).hasSizeGreaterThan(5);
        }
    }

    @Test
    void servicesDoNotDependOnEachOther() {
        holds(Rules.servicesDoNotDependOnEachOther(ROOT, SERVICES),
                Rules.servicesDoNotDependOnEachOther(BREAKER_ROOT, SERVICES));
    }

    @Test
    void platformDoesNotDependOnServices() {
        holds(Rules.platformDoesNotDependOnServices(ROOT, SERVICES),
                Rules.platformDoesNotDependOnServices(BREAKER_ROOT, SERVICES));
    }

    @Test
    void policiesArePlainJava() {
        holds(Rules.policiesArePlainJava(), Rules.policiesArePlainJava());
    }

    @Test
    void timeComesFromTheClock() {
        holds(Rules.timeComesFromTheClock(), Rules.timeComesFromTheClock());
    }

    @Test
    void dependenciesAreSeenInTheConstructor() {
        holds(Rules.noFieldInjection(), Rules.noFieldInjection());
    }

    @Test
    void packagesAreNamedByFeature() {
        holds(Rules.noCatchAllPackages(), Rules.noCatchAllPackages());
    }

    @Test
    void resourcesDoNotTouchTheDatabase() {
        holds(Rules.resourcesDoNotTouchTheDatabase(), Rules.resourcesDoNotTouchTheDatabase());
    }

    @Test
    void whatMayBeSentABodyReadsIt() {
        holds(Rules.whatMayBeSentABodyReadsIt(), Rules.whatMayBeSentABodyReadsIt());
    }

    @Test
    void eventsAreOfListedTypes() {
        holds(Rules.eventsAreOfListedTypes(), Rules.eventsAreOfListedTypes());
    }

    @Test
    void eventsAreMadeFromTheirType() {
        holds(Rules.eventsAreMadeFromTheirType(), Rules.eventsAreMadeFromTheirType());
    }

    private static void holds(ArchRule rule, ArchRule sameForBreakers) {
        assertThatThrownBy(() -> sameForBreakers.check(BREAKERS)).as("the class made to break it")
                .isInstanceOf(AssertionError.class);
        rule.check(CODE);
    }

    private static Path classes(String module) {
        return Suite.root().resolve(module).resolve("target").resolve("classes");
    }
}
