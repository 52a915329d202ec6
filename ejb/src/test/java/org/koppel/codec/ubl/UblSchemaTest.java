package org.koppel.codec.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is written as plain UBL is valid by the schemas of OASIS UBL 2.1; of what is Peppol its rules are the judge. */
class UblSchemaTest {
    private static final Path WRITTEN =
            Path.of(System.getProperty("basedir", ""), "src/test/resources/golden/ubl-2.1/out");

    @TestFactory
    Stream<DynamicTest> everyGoldenFileIsValid() throws IOException {
        return Files.list(WRITTEN)
                .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> valid(f)));
    }

    private static void valid(Path file) throws Exception {
        String root = Files.readString(file).replaceFirst("(?s)^<\\?.*?\\?>\\s*<(\\w+).*", "$1");
        Source[] schemas = {
            schema("/schemas/CCTS_CCT_SchemaModule.xsd"), // these four are used without saying where they are
            schema("/schemas/xmldsig-core-schema.xsd"),
            schema("/schemas/XAdES01903v132-201601.xsd"),
            schema("/schemas/XAdES01903v141-201601.xsd"),
            schema("/external/schemas/ubl21/maindoc/UBL-" + root + "-2.1.xsd")
        };
        SchemaFactory.newDefaultInstance().newSchema(schemas).newValidator().validate(new StreamSource(file.toFile()));
    }

    private static Source schema(String resource) {
        URL found = UblSchemaTest.class.getResource(resource);
        assertThat(found).as(resource).isNotNull();
        return new StreamSource(found.toExternalForm());
    }
}
