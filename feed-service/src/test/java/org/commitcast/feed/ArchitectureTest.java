package org.commitcast.feed;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.scheduler.Scheduled;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.commitcast.feed");

    @Test
    void servingUsesNeitherDatabaseNorKafka() {
        noClasses()
                .that()
                .resideInAPackage("..serving..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "jakarta.persistence..",
                        "org.hibernate..",
                        "io.quarkus.hibernate..",
                        "org.apache.kafka..",
                        "org.commitcast.eventtransport..",
                        "org.commitcast.feed.store..",
                        "org.commitcast.feed.publishing..")
                .check(SERVICE);
    }

    @Test
    void featuresHaveNoCycles() {
        slices().matching("org.commitcast.feed.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void entitiesStayWithinTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(SERVICE);
    }

    @Test
    void nothingCallsResources() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .onlyHaveDependentClassesThat()
                .areAnnotatedWith(Path.class)
                .check(SERVICE);
    }

    @Test
    void nothingCallsConsumersOrSchedules() {
        noClasses()
                .should()
                .callMethodWhere(target(annotatedWith(Incoming.class)))
                .orShould()
                .callMethodWhere(target(annotatedWith(Scheduled.class)))
                .check(SERVICE);
    }

    @Test
    void seesNoOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.commitcast.ingest..", "org.commitcast.notify..")
                .check(SERVICE);
    }
}
