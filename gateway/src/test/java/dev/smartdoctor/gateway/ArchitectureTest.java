package dev.smartdoctor.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.smartdoctor.gateway");

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("dev.smartdoctor.gateway.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheDoorKnowsTheOrder() {
        noClasses().that().resideOutsideOfPackage("dev.smartdoctor.gateway.door").should().dependOnClassesThat()
                .resideInAPackage("dev.smartdoctor.gateway.door").check(CLASSES);
    }
}
