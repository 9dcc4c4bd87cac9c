package dev.smartdoctor.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.MediaType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.outbox.EventType;

/** The rules, as CONTRIBUTING.md tells them. */
final class Rules {
    private static final List<Class<?>> TIME_TYPES = List.of(Instant.class, LocalDate.class, LocalDateTime.class,
            OffsetDateTime.class, ZonedDateTime.class);

    private Rules() {
    }

    /** Services know each other by REST and events, never by classes. */
    static ArchRule servicesDoNotDependOnEachOther(String root, List<String> services) {
        DescribedPredicate<JavaClass> otherService = DescribedPredicate.describe("belong to another service",
                target -> false);
        for (String service : services) {
            otherService = otherService.or(JavaClass.Predicates.resideInAPackage(root + "." + service + ".."));
        }
        final DescribedPredicate<JavaClass> ofAnyService = otherService;
        return classes().that(ofAnyService).should(new SameServiceOnly(root, services)).allowEmptyShould(true)
                .because("services are deployed one by one");
    }

    /** What all share knows nothing of the domain. */
    static ArchRule platformDoesNotDependOnServices(String root, List<String> services) {
        String[] packages = services.stream().map(service -> root + "." + service + "..").toArray(String[]::new);
        return noClasses().that().resideInAPackage(root + ".platform..").should().dependOnClassesThat()
                .resideInAnyPackage(packages).allowEmptyShould(true);
    }

    /** A policy is plain Java: it can be read and tested without a container. */
    static ArchRule policiesArePlainJava() {
        return noClasses().that().haveSimpleNameEndingWith("Policy").should().dependOnClassesThat()
                .resideInAnyPackage("jakarta.enterprise..", "jakarta.inject..", "jakarta.ws.rs..",
                        "io.smallrye.mutiny..",
                        "io.vertx..", "io.quarkus..", "org.hibernate..")
                .allowEmptyShould(true);
    }

    /** Time is asked of an injected clock, or tests could not move it. */
    static ArchRule timeComesFromTheClock() {
        DescribedPredicate<JavaCall<?>> ownClock = DescribedPredicate.describe(
                "ask the machine for the time or its zone",
                call -> call.getName().equals("now") && call.getTarget().getRawParameterTypes().isEmpty()
                        && TIME_TYPES.stream().anyMatch(type -> call.getTargetOwner().isEquivalentTo(type))
                        || call.getName().equals("systemDefault") && call.getTargetOwner().isEquivalentTo(ZoneId.class)
                        || call.getName().equals("systemDefaultZone")
                                && call.getTargetOwner().isEquivalentTo(Clock.class));
        return noClasses().should().callCodeUnitWhere(ownClock);
    }

    /** Dependencies are seen in the constructor. */
    static ArchRule noFieldInjection() {
        return fields().should().notBeAnnotatedWith("jakarta.inject.Inject").allowEmptyShould(true);
    }

    /** Names that say nothing hide everything. */
    static ArchRule noCatchAllPackages() {
        return noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common..", "..dto..", "..impl..",
                "..manager..", "..helper..", "..misc..").allowEmptyShould(true);
    }

    /** What takes no body must read it all the same, or it would accept whatever was sent: it takes {@code NoFields}. */
    static ArchRule whatMayBeSentABodyReadsIt() {
        DescribedPredicate<JavaParameter> body = DescribedPredicate.describe("is the body",
                parameter -> parameter.getAnnotations().stream().noneMatch(annotation -> annotation.getRawType()
                        .getPackageName().startsWith("jakarta.ws.rs")));
        return methods().that().areAnnotatedWith(POST.class).or().areAnnotatedWith(PUT.class).or()
                .areAnnotatedWith(PATCH.class).and(DescribedPredicate.not(takesForms()))
                .should(ArchCondition.from(DescribedPredicate.describe("take a body",
                        (JavaMethod method) -> method.getParameters().stream().anyMatch(body))));
    }

    private static DescribedPredicate<JavaMethod> takesForms() {
        return DescribedPredicate.describe("take forms", method -> method.getOwner()
                .tryGetAnnotationOfType(Consumes.class)
                .filter(consumes -> List.of(consumes.value()).equals(List.of(MediaType.MULTIPART_FORM_DATA)))
                .isPresent());
    }

    /** Resources speak HTTP and leave the database to services. */
    static ArchRule resourcesDoNotTouchTheDatabase() {
        return noClasses().that().haveSimpleNameEndingWith("Resource").should().dependOnClassesThat()
                .resideInAnyPackage("io.vertx.mutiny.sqlclient..", "io.vertx.sqlclient..", "org.hibernate..")
                .allowEmptyShould(true);
    }

    /** An event is of a listed type, or it could be produced without an example and without a line in its paper. */
    static ArchRule eventsAreOfListedTypes() {
        return classes().that().areAssignableTo(EventType.class).and().areNotInterfaces().should().beEnums()
                .allowEmptyShould(true);
    }

    /** Events are made from their type; a row that is read again is the platform's affair. */
    static ArchRule eventsAreMadeFromTheirType() {
        return noClasses().that().resideOutsideOfPackage("dev.smartdoctor.platform..").should()
                .callCodeUnitWhere(DescribedPredicate.describe("construct an event of any text",
                        call -> call.getTargetOwner().isEquivalentTo(DomainEvent.class)
                                && call.getName().equals("<init>")));
    }
}
