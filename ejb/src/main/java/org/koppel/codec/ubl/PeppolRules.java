package org.koppel.codec.ubl;

import com.helger.diagnostics.error.IError;
import com.helger.io.resource.inmemory.ReadableResourceByteArray;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.xml.source.ValidationSourceXML;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.koppel.codec.ubl.PeppolReleases.Release;

/**
 * Checks documents by the UBL schema and the official Schematron of Peppol, in the release that is in force today, and says beforehand
 * what the next one will object to. The first document of a type takes a second or two, for its rules are compiled; later ones a few
 * milliseconds.
 */
@ApplicationScoped
public class PeppolRules {
    private final Clock clock;

    /** With the newest release that is known, whatever the day. */
    public PeppolRules() {
        this(Clock.fixed(Instant.MAX, ZoneOffset.UTC));
    }

    @Inject
    public PeppolRules(Clock clock) {
        this.clock = clock;
    }

    /** Everything the rules in force find, in the order they find it; empty when the document is good. */
    public List<PeppolFinding> check(PeppolDocument type, byte[] document) {
        return findings(PeppolReleases.inForce(type, clock.instant()), type, document);
    }

    /**
     * What the next release refuses of a document that is good today, each with the day from which on it counts; none of it is fatal
     * yet. Empty while no next release is known.
     */
    public List<PeppolFinding> foreseen(PeppolDocument type, byte[] document) {
        return PeppolReleases.next(type, clock.instant()).stream()
                .flatMap(next -> findings(next, type, document).stream()
                        .filter(PeppolFinding::fatal)
                        .map(f -> new PeppolFinding(
                                false,
                                f.rule(),
                                f.location(),
                                "From " + next.day() + " on (release " + next.name() + "): " + f.text())))
                .toList();
    }

    private static List<PeppolFinding> findings(Release release, PeppolDocument type, byte[] document) {
        var source = ValidationSourceXML.create(new ReadableResourceByteArray(type.name(), document));
        var layers = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(), release.rules(), source);
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
}
