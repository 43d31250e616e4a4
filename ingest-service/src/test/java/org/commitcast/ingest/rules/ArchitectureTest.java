package org.commitcast.ingest.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.scheduler.Scheduled;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.net.InetAddress;
import java.net.URL;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.junit.jupiter.api.Test;

/** Which way calls may go. */
class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.commitcast.ingest");

    @Test
    void nothingCallsResourcesConsumersAndSchedulers() {
        DescribedPredicate<JavaClass> entrance = DescribedPredicate.describe(
                "entrances",
                type -> type.isAnnotatedWith(Path.class)
                        || type.getMethods().stream()
                                .anyMatch(method -> method.isAnnotatedWith(Incoming.class)
                                        || method.isAnnotatedWith(Scheduled.class)));
        DescribedPredicate<JavaClass> generatedOrSelf = DescribedPredicate.describe(
                "entrances, their parts and generated classes",
                type -> entrance.test(type)
                        || type.getSimpleName().contains("_")
                        || type.getEnclosingClass().filter(entrance).isPresent());
        noClasses()
                .that(DescribedPredicate.not(generatedOrSelf))
                .should()
                .dependOnClassesThat(entrance)
                .check(SERVICE);
    }

    @Test
    void featuresHaveNoCycles() {
        slices().matching("org.commitcast.ingest.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SERVICE);
    }

    @Test
    void entitiesAreNotShownOverRest() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should(new ShowNo(Entity.class))
                .check(SERVICE);
    }

    @Test
    void rulesArePlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("org.commitcast.ingest.identity..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "io.smallrye..", "org.eclipse.jgit..", "javax.sql..")
                .check(SERVICE);
    }

    @Test
    void otherServicesAreNotKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.commitcast.feed..", "org.commitcast.notify..")
                .check(SERVICE);
    }

    @Test
    void onlyCheckoutKnowsGit() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.commitcast.ingest.checkout..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jgit..")
                .check(SERVICE);
    }

    @Test
    void onlyClientsThatCheckAddressesConnect() {
        Set<String> own = Set.of(
                "java.net.Socket",
                "java.net.URLConnection",
                "java.net.HttpURLConnection",
                "javax.net.ssl.SSLSocketFactory");
        DescribedPredicate<JavaClass> connecting = DescribedPredicate.describe(
                "what connects by itself",
                type -> own.contains(type.getName())
                        || type.getPackageName().matches("(java\\.net\\.http|java\\.nio\\.channels)(\\..*)?")
                        || type.getPackageName().matches("org\\.apache\\.(http|hc|commons\\.net)(\\..*)?"));
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.checkout\\.GuardedConnections(\\$.*)?")
                .should()
                .dependOnClassesThat(connecting)
                .orShould()
                .callMethod(InetAddress.class, "getByName", String.class)
                .orShould()
                .callMethod(InetAddress.class, "getAllByName", String.class)
                .orShould()
                .callMethod(URL.class, "openStream")
                .check(SERVICE);
    }
}
