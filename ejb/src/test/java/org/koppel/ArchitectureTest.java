package org.koppel;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.koppel.codec.DocumentReader;
import org.koppel.inbound.DocumentHandler;

/** Who may know whom: one rule per row of the table in the architecture, and the rules below it. */
class ArchitectureTest {
    private static final Pattern CATCHES_ANYTHING =
            Pattern.compile("catch \\(\\s*(final )?((\\w+ \\| )*)(RuntimeException|Exception|Throwable|Error)\\b");

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.koppel");

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

    static final ArchRule shared_is_plain_java = classes()
            .that()
            .resideInAPackage("org.koppel.shared..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.koppel.shared..", "jakarta.persistence..");

    static final ArchRule documents_are_plain_java = classes()
            .that()
            .resideInAPackage("org.koppel.document..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.koppel.shared..", "org.koppel.document..")
            .because("every codec and report shares them, on and off the server");

    static final ArchRule codecs_know_documents_only = mayUse(
            "org.koppel.codec..",
            "org.koppel.codec..",
            "org.koppel.document..",
            "org.koppel.shared..",
            "org.koppel.platform..");

    static final ArchRule formats_are_independent =
            slices().matching("org.koppel.codec.(*)..").should().notDependOnEachOther();

    static final ArchRule transports_know_their_spi_only =
            mayUse("org.koppel.transport..", "org.koppel.transport..", "org.koppel.shared..", "org.koppel.platform..");

    static final ArchRule protocols_are_independent =
            slices().matching("org.koppel.transport.(*)..").should().notDependOnEachOther();

    static final ArchRule parties_know_no_feature = mayUse(
            "org.koppel.party..",
            "org.koppel.party..",
            "org.koppel.codec",
            "org.koppel.transport",
            "org.koppel.shared..",
            "org.koppel.platform..");

    static final ArchRule the_archive_knows_documents_only = mayUse(
            "org.koppel.archive..",
            "org.koppel.archive..",
            "org.koppel.document..",
            "org.koppel.shared..",
            "org.koppel.platform..");

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

    static final ArchRule the_catalogue_stands_alone = mayUse(
            "org.koppel.catalogue..",
            "org.koppel.catalogue..",
            "org.koppel.document..",
            "org.koppel.party..",
            "org.koppel.shared..",
            "org.koppel.platform..");

    private static final String[] OF_PUNCH_OUT = {
        "org.koppel.punchout..",
        "org.koppel.catalogue..",
        "org.koppel.codec",
        "org.koppel.document..",
        "org.koppel.inbound",
        "org.koppel.party..",
        "org.koppel.shared..",
        "org.koppel.platform.."
    };

    static final ArchRule punch_out_sells_from_the_catalogue = classes()
            .that()
            .resideInAPackage("org.koppel.punchout..")
            .and()
            .resideOutsideOfPackage("org.koppel.punchout.peppol..")
            .should()
            .onlyDependOnClassesThat(ours(OF_PUNCH_OUT).or(DescribedPredicate.not(resideInAnyPackage("org.koppel.."))));

    static final ArchRule a_peppol_cart_is_a_catalogue_in_ubl = mayUse(
            "org.koppel.punchout.peppol..",
            Stream.concat(Stream.of(OF_PUNCH_OUT), Stream.of("org.koppel.codec.ubl"))
                    .toArray(String[]::new));

    static final ArchRule punch_out_mechanisms_are_independent =
            slices().matching("org.koppel.punchout.(*)..").should().notDependOnEachOther();

    static final ArchRule only_its_entry_knows_ids = aloneIn("org.koppel.punchout.ids..");

    static final ArchRule only_its_entry_knows_peppol_punch_out = aloneIn("org.koppel.punchout.peppol..");

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

    static final ArchRule phive_stays_in_its_codec_and_as2_lib_in_its_transport = noClasses()
            .that()
            .resideOutsideOfPackages("org.koppel.codec.ubl..", "org.koppel.transport.as2..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.helger..", "org.bouncycastle..");

    static final ArchRule orders_know_catalogue_and_punch_out = mayUse(
            "org.koppel.order..",
            "org.koppel.order..",
            "org.koppel.archive..",
            "org.koppel.catalogue..",
            "org.koppel.punchout",
            "org.koppel.codec",
            "org.koppel.document..",
            "org.koppel.inbound",
            "org.koppel.outbound",
            "org.koppel.party..",
            "org.koppel.shared..",
            "org.koppel.platform..");

    static final ArchRule despatch_knows_orders = mayUse(
            "org.koppel.despatch..",
            "org.koppel.despatch..",
            "org.koppel.order..",
            "org.koppel.archive..",
            "org.koppel.codec",
            "org.koppel.inbound",
            "org.koppel.document..",
            "org.koppel.outbound",
            "org.koppel.party..",
            "org.koppel.shared..",
            "org.koppel.platform..");

    static final ArchRule invoices_know_orders = mayUse(
            "org.koppel.invoice..",
            "org.koppel.invoice..",
            "org.koppel.archive..",
            "org.koppel.order..",
            "org.koppel.codec",
            "org.koppel.document..",
            "org.koppel.inbound",
            "org.koppel.outbound",
            "org.koppel.party..",
            "org.koppel.shared..",
            "org.koppel.platform..");

    static final ArchRule receipts_join_inbound_and_outbound = mayUse(
            "org.koppel.receipt..",
            "org.koppel.receipt..",
            "org.koppel.codec",
            "org.koppel.document..",
            "org.koppel.inbound",
            "org.koppel.outbound",
            "org.koppel.shared..",
            "org.koppel.platform..");

    static final ArchRule the_platform_knows_nobody = classes()
            .that()
            .resideInAPackage("org.koppel.platform..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "javax.naming..",
                    "javax.sql..",
                    "jakarta..",
                    "org.eclipse.microprofile..",
                    "com.fasterxml.jackson..",
                    "org.flywaydb..",
                    "org.koppel.platform..")
            .because("everybody uses it: JSON and migrations are all that it brings along");

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

    static final ArchRule nobody_below_knows_operations = noClasses()
            .that()
            .resideOutsideOfPackage("org.koppel.operations..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.koppel.operations..");

    static final ArchRule no_cycles =
            slices().matching("org.koppel.(*)..").should().beFreeOfCycles();

    static final ArchRule entity_managers_live_in_repositories = fields().that()
            .haveRawType(EntityManager.class)
            .should()
            .beDeclaredInClassesThat(new DescribedPredicate<>("are repositories: plural nouns") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getSimpleName().matches("\\w+s|WaysIn|Archive|Audit|\\w+Queries|\\w+Rows");
                }
            });

    static final ArchRule message_driven_beans_are_listeners =
            classes().that().areAnnotatedWith(MessageDriven.class).should().haveSimpleNameEndingWith("Listener");

    static final ArchRule handlers_are_called_so =
            classes().that().implement(DocumentHandler.class).should().haveSimpleNameEndingWith("Handler");

    static final ArchRule readers_are_called_so =
            classes().that().implement(DocumentReader.class).should().haveSimpleNameEndingWith("Reader");

    static final ArchRule protocol_libraries_live_in_transports = noClasses()
            .that()
            .resideOutsideOfPackages("org.koppel.transport..", "org.koppel.sync..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "java.net.http..", "org.apache.commons.net..", "org.apache.sshd..");

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

    /** Where one failure must not become that of its neighbours; docs/decisions/0102 has the reason of each. */
    @Test
    void whateverFailsIsCaughtWhereOneFailureMustNotStopTheOthersAndNowhereElse() throws IOException {
        Assertions.assertThat(filesThatCatchAnything())
                .containsExactlyInAnyOrder(
                        "DeliveryDispatcher.java",
                        "Library.java",
                        "PickupRun.java",
                        "Pickups.java",
                        "Rendering.java",
                        "MessagePipeline.java",
                        "QueuedId.java",
                        "PostedForm.java");
    }

    private static List<String> filesThatCatchAnything() throws IOException {
        List<String> names = new ArrayList<>();
        for (String module : List.of(".", "../web")) {
            try (Stream<Path> files = Files.walk(Path.of(module, "src/main/java"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (CATCHES_ANYTHING.matcher(Files.readString(file)).find()) {
                        names.add(file.getFileName().toString());
                    }
                }
            }
        }
        return names;
    }

    private static boolean hasJava(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot list " + folder, e);
        }
    }

    @Test
    void thereIsSomethingToLookAt() {
        Assertions.assertThat(CLASSES).hasSizeGreaterThan(100);
    }

    /** As tests of JUnit's own: those of ArchUnit's engine stand in fields, of which Surefire says nothing. */
    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        return Stream.of(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> ((ArchRule) rule.get(null)).check(CLASSES)));
    }
}
