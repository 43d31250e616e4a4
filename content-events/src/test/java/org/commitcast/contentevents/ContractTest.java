package org.commitcast.contentevents;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ContractTest {
    private final JavaClasses contract = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.commitcast.contentevents");

    @Test
    void needsNothingButJackson() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.commitcast.contentevents..", "java..", "com.fasterxml.jackson..", "org.jspecify..")
                .check(contract);
    }
}
