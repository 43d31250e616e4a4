package org.commitcast.notify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.scheduler.Scheduled;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.commitcast.contentevents.Event;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String BASE = "org.commitcast.notify";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @Test
    void featuresFormNoCycles() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void backendsSeeTheChannelOnly() {
        Set<String> backends = CODE.stream()
                .filter(type -> type.isAssignableTo(BASE + ".channel.Announcer") && !type.isInterface())
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        assertThat(backends).contains(BASE + ".channel.mastodon").doesNotContain(BASE + ".channel");
        for (String backend : backends) {
            noClasses()
                    .that()
                    .resideInAPackage(backend)
                    .should()
                    .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                            "belong to another package of the service than channel",
                            type -> type.getPackageName().startsWith(BASE)
                                    && !type.getPackageName().equals(BASE + ".channel")
                                    && !type.getPackageName().equals(backend)))
                    .check(CODE);
        }
    }

    @Test
    void sourcesSeeTheirContractOnly() {
        for (String source : new String[] {"hackernews", "lobsters", "lemmy", "reddit", "mastodon", "bluesky"}) {
            noClasses()
                    .that()
                    .resideInAPackage(BASE + ".source." + source)
                    .should()
                    .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                            "belong to another package of the service than source",
                            type -> type.getPackageName().startsWith(BASE)
                                    && !type.getPackageName().equals(BASE + ".source")
                                    && !type.getPackageName().equals(BASE + ".source." + source)))
                    .check(CODE);
        }
    }

    @Test
    void nothingCallsResourcesSchedulersOrConsumers() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .onlyBeAccessed()
                .byClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are their own", type -> type.getSimpleName().endsWith("Resource")))
                .check(CODE);
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".intake")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + ".intake")
                .check(CODE);
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".delivery")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + ".delivery")
                .check(CODE);
    }

    @Test
    void entitiesStayInside() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .arePublic()
                .should()
                .notHaveRawReturnType(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "an entity", type -> type.isAnnotatedWith(Entity.class)))
                .check(CODE);
        noClasses()
                .that()
                .areAssignableTo(Event.class)
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void rulesArePlainJava() {
        noClasses()
                .that()
                .haveSimpleName("News")
                .or()
                .haveSimpleName("SettlementRules")
                .or()
                .haveSimpleName("RetrySchedule")
                .or()
                .haveSimpleName("FeedGate")
                .or()
                .haveSimpleName("Threads")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "org.hibernate..")
                .check(CODE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Timer")
                .check(CODE);
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods()
                .that()
                .areAnnotatedWith(Scheduled.class)
                .should()
                .notBePublic()
                .check(CODE);
    }
}
