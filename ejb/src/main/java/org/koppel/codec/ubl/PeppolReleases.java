package org.koppel.codec.ubl;

import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.peppol.PeppolValidationBisEurope;
import com.helger.phive.xml.source.IValidationSourceXML;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The releases of the rules of Peppol that phive brings, each with the day from which on it is in force: a newer phive brings newer
 * ones, and nothing else changes. Built at first use: an installation without Peppol pays nothing, and rules are compiled when they
 * are first asked.
 */
final class PeppolReleases {
    private static final String GROUP = "eu.peppol.bis3";
    private static final ValidationExecutorSetRegistry<IValidationSourceXML> ALL =
            new ValidationExecutorSetRegistry<>();

    static {
        PeppolValidationBisEurope.init(ALL);
    }

    private PeppolReleases() {}

    /** The rules of one transaction in one release. */
    record Release(IValidationExecutorSet<IValidationSourceXML> rules) {

        /** As Peppol counts them: {@code 2026.5}. */
        String name() {
            return rules.getID().getVersionString();
        }

        /** From when on it is in force; the first of all without a day always was. */
        Instant since() {
            var from = rules.getStatus().getValidFrom();
            return from == null ? Instant.EPOCH : from.toInstant();
        }

        /** The day of that. */
        LocalDate day() {
            return rules.getStatus().getValidFrom().toLocalDate();
        }
    }

    /** What is in force at a time; before the oldest that phive knows, that one. */
    static Release inForce(PeppolDocument type, Instant at) {
        List<Release> releases = of(type);
        return releases.stream()
                .filter(r -> !r.since().isAfter(at))
                .reduce((earlier, later) -> later)
                .orElse(releases.get(0));
    }

    /** What will be in force after that, where it is known by then. */
    static Optional<Release> next(PeppolDocument type, Instant at) {
        Instant now = inForce(type, at).since();
        return of(type).stream()
                .filter(r -> r.since().isAfter(at) && r.since().isAfter(now))
                .findFirst();
    }

    private static List<Release> of(PeppolDocument type) {
        return ALL
                .findAll(set -> set.getID().getGroupID().equals(GROUP)
                        && set.getID().getArtifactID().equals(type.rules()))
                .stream()
                .map(Release::new)
                .sorted(Comparator.comparing(Release::since))
                .toList();
    }
}
