package org.commitcast.contentreading;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.commitcast.contentreading");

    @Test
    void dependsOnNoFrameworkAndNoGit() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "jakarta..",
                        "org.eclipse.jgit..",
                        "com.fasterxml.jackson.databind..",
                        "com.fasterxml.jackson.annotation..",
                        "io.smallrye..",
                        "org.hibernate..",
                        "java.sql..",
                        "java.net.http..")
                .check(CLASSES);
    }

    @Test
    void touchesNoFiles() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..")
                .check(CLASSES);
    }

    @Test
    void hasNoCyclesBetweenFeatures() {
        slices().matching("org.commitcast.contentreading.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
