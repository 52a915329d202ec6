package org.koppel.codec.ubl;

import com.helger.diagnostics.error.IError;
import com.helger.io.resource.inmemory.ReadableResourceByteArray;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Checks documents by the UBL schema and the official Schematron of Peppol, release May 2026 (BIS 3.0.17, in force since
 * 2026-08-17). The first document of a type takes a second or two, for its rules are compiled; later ones a few milliseconds.
 */
@ApplicationScoped
public class PeppolRules {

    /** Everything the rules find, in the order they find it; empty when the document is good. */
    public List<PeppolFinding> check(PeppolDocument type, byte[] document) {
        var rules = Registry.RULES.getOfID(type.rules());
        var source = ValidationSourceXML.create(new ReadableResourceByteArray(type.name(), document));
        var layers = ValidationExecutionManager.executeValidation(IValidityDeterminator.createDefault(), rules, source);
        List<PeppolFinding> findings = new ArrayList<>();
        layers.forEach(layer -> layer.getErrorList().forEach(e -> findings.add(finding(e))));
        return findings;
    }

    private static PeppolFinding finding(IError error) {
        String rule = error.getErrorID() == null ? "XSD" : error.getErrorID();
        String location =
                error.getErrorFieldName() == null ? error.getErrorLocation().getAsString() : error.getErrorFieldName();
        return new PeppolFinding(error.isError(), rule, location, error.getErrorText(Locale.ENGLISH));
    }

    /** Built at first use: an installation without Peppol pays nothing. */
    private static final class Registry {
        private static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES =
                new ValidationExecutorSetRegistry<>();

        static {
            PeppolValidation2026_05.init(RULES);
        }
    }
}
