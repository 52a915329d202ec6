package org.koppel.web;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.koppel.web.security.Unavailability;

/** What the web may know: public services of features, never rows, files or protocols. */
class WebArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.koppel.web");

    static final ArchRule the_web_calls_services = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "org.koppel.web..",
                            "org.koppel.catalogue",
                            "org.koppel.codec",
                            "org.koppel.despatch",
                            "org.koppel.document",
                            "org.koppel.inbound",
                            "org.koppel.inbound.pickup",
                            "org.koppel.operations..",
                            "org.koppel.order",
                            "org.koppel.outbound",
                            "org.koppel.party",
                            "org.koppel.platform",
                            "org.koppel.punchout..",
                            "org.koppel.shared",
                            "org.koppel.transport")
                    .or(DescribedPredicate.not(resideInAnyPackage("org.koppel.."))));

    static final ArchRule data_changes_through_services = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("jakarta.persistence..", "javax.sql..", "jakarta.transaction..", "jakarta.jms..")
                            .and(DescribedPredicate.not(simpleNameEndingWith("Exception"))));

    static final ArchRule buyers_and_their_systems_never_meet_the_console = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.koppel.web.shop..",
                    "org.koppel.web.punchout..",
                    "org.koppel.web.cxml..",
                    "org.koppel.web.door..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.koppel.operations..", "org.koppel.web.console..", "org.koppel.web.api..");

    static final ArchRule the_api_knows_no_pages = noClasses()
            .that()
            .resideInAPackage("org.koppel.web.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.koppel.web.console..", "org.koppel.web.shop..", "org.koppel.web.view..");

    static final ArchRule no_cycles =
            slices().matching("org.koppel.web.(*)..").should().beFreeOfCycles();

    static final ArchRule resources_are_called_so =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    static final ArchRule doors_leave_failures_to_the_filter_before_them = noClasses()
            .that()
            .areAnnotatedWith(WebServlet.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Unavailability.class);

    static final ArchRule servlets_are_called_so =
            classes().that().areAnnotatedWith(WebServlet.class).should().haveSimpleNameEndingWith("Servlet");

    @Test
    void thereIsSomethingToLookAt() {
        Assertions.assertThat(CLASSES).hasSizeGreaterThan(50);
    }

    /** As tests of JUnit's own: those of ArchUnit's engine stand in fields, of which Surefire says nothing. */
    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        return Stream.of(WebArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> ((ArchRule) rule.get(null)).check(CLASSES)));
    }
}
