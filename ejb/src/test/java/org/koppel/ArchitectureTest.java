package org.koppel;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.MessageDriven;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentReader;
import org.koppel.inbound.DocumentHandler;

/** Who may know whom: one rule per row of the table in the architecture, and the rules below it. */
@AnalyzeClasses(packages = "org.koppel", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static ArchRule mayUse(String who, String... packages) {
        return classes()
                .that()
                .resideInAPackage(who)
                .should()
                .onlyDependOnClassesThat(ours(packages).or(DescribedPredicate.not(resideInAnyPackage("org.koppel.."))))
                .because("the architecture says whom " + who + " may know");
    }

    private static DescribedPredicate<JavaClass> ours(String... packages) {
        return resideInAnyPackage(packages);
    }

    @ArchTest
    static final ArchRule shared_is_plain_java = classes()
            .that()
            .resideInAPackage("org.koppel.shared..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.koppel.shared..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule documents_are_plain_java = classes()
            .that()
            .resideInAPackage("org.koppel.document..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.koppel.shared..", "org.koppel.document..")
            .because("every codec and report shares them, on and off the server");

    @ArchTest
    static final ArchRule codecs_know_documents_only = mayUse(
            "org.koppel.codec..",
            "org.koppel.codec..",
            "org.koppel.document..",
            "org.koppel.shared..",
            "org.koppel.platform..");

    @ArchTest
    static final ArchRule formats_are_independent =
            slices().matching("org.koppel.codec.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule transports_know_their_spi_only =
            mayUse("org.koppel.transport..", "org.koppel.transport..", "org.koppel.shared..", "org.koppel.platform..");

    @ArchTest
    static final ArchRule protocols_are_independent =
            slices().matching("org.koppel.transport.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule parties_know_no_feature = mayUse(
            "org.koppel.party..",
            "org.koppel.party..",
            "org.koppel.codec",
            "org.koppel.transport",
            "org.koppel.shared..",
            "org.koppel.platform..");

    @ArchTest
    static final ArchRule the_archive_knows_documents_only = mayUse(
            "org.koppel.archive..",
            "org.koppel.archive..",
            "org.koppel.document..",
            "org.koppel.shared..",
            "org.koppel.platform..");

    @ArchTest
    static final ArchRule inbound_knows_no_feature = mayUse(
            "org.koppel.inbound..",
            "org.koppel.inbound..",
            "org.koppel.archive..",
            "org.koppel.codec",
            "org.koppel.document..",
            "org.koppel.party..",
            "org.koppel.transport",
            "org.koppel.shared..",
            "org.koppel.platform..");

    @ArchTest
    static final ArchRule outbound_knows_no_feature = mayUse(
            "org.koppel.outbound..",
            "org.koppel.outbound..",
            "org.koppel.archive..",
            "org.koppel.codec",
            "org.koppel.document..",
            "org.koppel.party..",
            "org.koppel.transport",
            "org.koppel.shared..",
            "org.koppel.platform..");

    @ArchTest
    static final ArchRule the_catalogue_stands_alone = mayUse(
            "org.koppel.catalogue..",
            "org.koppel.catalogue..",
            "org.koppel.document..",
            "org.koppel.party..",
            "org.koppel.shared..",
            "org.koppel.platform..");

    @ArchTest
    static final ArchRule punch_out_sells_from_the_catalogue = mayUse(
            "org.koppel.punchout..",
            "org.koppel.punchout..",
            "org.koppel.catalogue..",
            "org.koppel.codec",
            "org.koppel.codec.ubl",
            "org.koppel.document..",
            "org.koppel.inbound",
            "org.koppel.party..",
            "org.koppel.shared..",
            "org.koppel.platform..");

    @ArchTest
    static final ArchRule punch_out_mechanisms_are_independent =
            slices().matching("org.koppel.punchout.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule only_its_entry_knows_ids = aloneIn("org.koppel.punchout.ids..");

    @ArchTest
    static final ArchRule only_its_entry_knows_peppol_punch_out = aloneIn("org.koppel.punchout.peppol..");

    @ArchTest
    static final ArchRule nobody_knows_cxml_punch_out = aloneIn("org.koppel.punchout.cxml..");

    private static ArchRule aloneIn(String mechanism) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(mechanism)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(mechanism)
                .because("a further mechanism is one package, with its entry in web.punchout");
    }

    @ArchTest
    static final ArchRule phive_stays_in_its_codec = noClasses()
            .that()
            .resideOutsideOfPackage("org.koppel.codec.ubl..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.helger..");

    @ArchTest
    static final ArchRule orders_know_catalogue_and_punch_out = mayUse(
            "org.koppel.order..",
            "org.koppel.order..",
            "org.koppel.archive..",
            "org.koppel.catalogue..",
            "org.koppel.punchout",
            "org.koppel.codec",
            "org.koppel.document..",
            "org.koppel.inbound..",
            "org.koppel.outbound..",
            "org.koppel.party..",
            "org.koppel.shared..",
            "org.koppel.platform..");

    @ArchTest
    static final ArchRule despatch_knows_orders = mayUse(
            "org.koppel.despatch..",
            "org.koppel.despatch..",
            "org.koppel.order..",
            "org.koppel.archive..",
            "org.koppel.codec",
            "org.koppel.inbound",
            "org.koppel.document..",
            "org.koppel.outbound..",
            "org.koppel.party..",
            "org.koppel.shared..",
            "org.koppel.platform..");

    @ArchTest
    static final ArchRule invoices_know_orders = mayUse(
            "org.koppel.invoice..",
            "org.koppel.invoice..",
            "org.koppel.archive..",
            "org.koppel.order..",
            "org.koppel.codec",
            "org.koppel.document..",
            "org.koppel.inbound..",
            "org.koppel.outbound..",
            "org.koppel.party..",
            "org.koppel.shared..",
            "org.koppel.platform..");

    @ArchTest
    static final ArchRule receipts_join_inbound_and_outbound = mayUse(
            "org.koppel.receipt..",
            "org.koppel.receipt..",
            "org.koppel.codec",
            "org.koppel.document..",
            "org.koppel.inbound..",
            "org.koppel.outbound..",
            "org.koppel.shared..",
            "org.koppel.platform..");

    @ArchTest
    static final ArchRule the_platform_knows_nobody = mayUse("org.koppel.platform..", "org.koppel.platform..");

    @ArchTest
    static final ArchRule operations_ask_everybody_and_write_no_format = mayUse(
            "org.koppel.operations..",
            "org.koppel.operations..",
            "org.koppel.archive..",
            "org.koppel.catalogue..",
            "org.koppel.codec",
            "org.koppel.document..",
            "org.koppel.inbound..",
            "org.koppel.order..",
            "org.koppel.outbound..",
            "org.koppel.party..",
            "org.koppel.punchout..",
            "org.koppel.transport",
            "org.koppel.shared..",
            "org.koppel.platform..");

    @ArchTest
    static final ArchRule nobody_below_knows_operations = noClasses()
            .that()
            .resideOutsideOfPackage("org.koppel.operations..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.koppel.operations..");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("org.koppel.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule entity_managers_live_in_repositories = fields().that()
            .haveRawType(EntityManager.class)
            .should()
            .beDeclaredInClassesThat(new DescribedPredicate<>("are repositories: plural nouns") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getSimpleName().matches("\\w+s|WaysIn|Archive|\\w+Queries|\\w+Rows");
                }
            });

    @ArchTest
    static final ArchRule message_driven_beans_are_listeners =
            classes().that().areAnnotatedWith(MessageDriven.class).should().haveSimpleNameEndingWith("Listener");

    @ArchTest
    static final ArchRule handlers_are_called_so =
            classes().that().implement(DocumentHandler.class).should().haveSimpleNameEndingWith("Handler");

    @ArchTest
    static final ArchRule readers_are_called_so =
            classes().that().implement(DocumentReader.class).should().haveSimpleNameEndingWith("Reader");

    @ArchTest
    static final ArchRule protocol_libraries_live_in_transports = noClasses()
            .that()
            .resideOutsideOfPackages("org.koppel.transport..", "org.koppel.sync..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "java.net.http..", "org.apache.commons.net..", "org.apache.sshd..");

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .that()
            .resideOutsideOfPackage("org.koppel.platform..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule no_java_serialisation = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.jms.ObjectMessage");

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/koppel"))) {
            Assertions.assertThat(folders.filter(Files::isDirectory)
                            .filter(ArchitectureTest::hasJava)
                            .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
                    .isEmpty();
        }
    }

    private static boolean hasJava(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot list " + folder, e);
        }
    }

    @ArchTest
    static void thereIsSomethingToLookAt(JavaClasses imported) {
        Assertions.assertThat(imported).hasSizeGreaterThan(100);
    }
}
