package org.koppel.inbound.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.transport.WaitingFile;

/** Chooses among what lies at a partner's place. */
@ApplicationScoped
class Candidates {
    @Inject
    SeenFiles seen;

    @Inject
    PickedFiles picked;

    /** What to take, the oldest first, and how many are not complete yet. */
    record Choice(List<Candidate> files, int waiting) {}

    Choice of(WayIn way, List<WaitingFile> listed, Instant now) {
        WayIn.Selection selection = way.selection();
        FileNames names = new FileNames(selection.pattern());
        Map<String, WaitingFile> byName =
                listed.stream().collect(Collectors.toMap(WaitingFile::name, Function.identity(), (one, same) -> one));
        List<WaitingFile> wanted = byName.values().stream()
                .filter(f -> names.take(f.name()) && !isMarker(selection, f))
                .sorted(Comparator.comparing(WaitingFile::modified).thenComparing(WaitingFile::name))
                .toList();
        Set<WaitingFile> stable = selection.ready() == Readiness.STABLE
                ? Set.copyOf(seen.look(way.id(), wanted, now, now.minus(selection.settle())))
                : Set.of();
        List<PickedFiles.Noted> unmoved = picked.unmoved(way.id(), wanted);
        List<Candidate> chosen = new ArrayList<>();
        int waiting = 0;
        for (WaitingFile file : wanted) {
            Optional<WaitingFile> marker = marker(selection, file, byName);
            boolean complete = switch (selection.ready()) {
                case NAME -> true;
                case STABLE -> stable.contains(file);
                case MARKER -> marker.isPresent();
            };
            Candidate candidate = candidate(file, marker, complete, unmoved);
            if (complete || candidate.maybe()) {
                chosen.add(candidate);
            } else {
                waiting++;
            }
        }
        return new Choice(chosen, waiting);
    }

    /** Everything: what lies there is complete and has no names that mean anything. */
    Choice all(WayIn way, List<WaitingFile> listed) {
        List<PickedFiles.Noted> unmoved = picked.unmoved(way.id(), listed);
        return new Choice(
                listed.stream()
                        .map(f -> candidate(f, Optional.empty(), true, unmoved))
                        .toList(),
                0);
    }

    private static Candidate candidate(
            WaitingFile file, Optional<WaitingFile> marker, boolean complete, List<PickedFiles.Noted> unmoved) {
        List<PickedFiles.Noted> named = unmoved.stream()
                .filter(u -> u.file().name().equals(file.name()))
                .toList();
        Optional<PickedFile> stored = file.looks()
                .flatMap(looks -> named.stream()
                        .filter(u -> looks.equals(u.listed()))
                        .map(PickedFiles.Noted::file)
                        .findFirst());
        return new Candidate(file, marker, complete, stored, !named.isEmpty());
    }

    private static boolean isMarker(WayIn.Selection selection, WaitingFile file) {
        return selection.ready() == Readiness.MARKER
                && file.name()
                        .toLowerCase(Locale.ROOT)
                        .endsWith(selection.marker().toLowerCase(Locale.ROOT));
    }

    /** {@code orders.csv.ok} or {@code orders.ok} for {@code orders.csv}. */
    private static Optional<WaitingFile> marker(
            WayIn.Selection selection, WaitingFile file, Map<String, WaitingFile> byName) {
        if (selection.ready() != Readiness.MARKER) {
            return Optional.empty();
        }
        int dot = file.name().lastIndexOf('.');
        return Stream.of(file.name(), dot < 0 ? file.name() : file.name().substring(0, dot))
                .map(base -> byName.get(base + selection.marker()))
                .filter(m -> m != null)
                .findFirst();
    }
}
