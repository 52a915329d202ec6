package org.koppel.punchout.cxml;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.koppel.document.PunchOutRequest;
import org.koppel.document.PunchOutRequest.Identity;
import org.koppel.punchout.FormField;
import org.koppel.punchout.ReturnAddress;
import org.koppel.punchout.Visit;

/**
 * What the way home needs of the request, as the visit keeps it: the fields of its return address are not posted one by one but
 * go into the document. {@code from} and {@code to} are the request's, {@code extrinsics} those of it that
 * are returned.
 */
record CxmlReturn(String cookie, boolean test, List<Identity> from, List<Identity> to, List<FormField> extrinsics) {
    private static final String COOKIE = "BuyerCookie";
    private static final String TEST = "test";
    private static final String FROM = "From/";
    private static final String TO = "To/";
    private static final String EXTRINSIC = "Extrinsic/";

    /** The address keeps its query: the browser posts to it as it stands. @param checked the request's, as it may be used */
    static ReturnAddress address(URI checked, PunchOutRequest request, CxmlConnection agreed) {
        List<FormField> kept = new ArrayList<>();
        kept.add(new FormField(COOKIE, request.cookie()));
        kept.add(new FormField(TEST, Boolean.toString(request.test())));
        request.from().forEach(i -> kept.add(new FormField(FROM + i.domain(), i.value())));
        request.to().forEach(i -> kept.add(new FormField(TO + i.domain(), i.value())));
        new TreeMap<>(request.extrinsics()).forEach((name, value) -> {
            if (agreed.echoes(name)) {
                kept.add(new FormField(EXTRINSIC + name, value));
            }
        });
        return new ReturnAddress(checked.toString(), kept, "_top", "UTF-8");
    }

    static CxmlReturn of(Visit visit) {
        List<FormField> kept = visit.returnAddress().fields();
        return new CxmlReturn(
                values(kept, COOKIE).findFirst().orElse(""),
                values(kept, TEST).anyMatch("true"::equals),
                identities(kept, FROM),
                identities(kept, TO),
                extrinsics(kept));
    }

    private static Stream<String> values(List<FormField> kept, String name) {
        return kept.stream().filter(f -> f.name().equals(name)).map(FormField::value);
    }

    private static List<FormField> extrinsics(List<FormField> kept) {
        return kept.stream()
                .filter(f -> f.name().startsWith(EXTRINSIC))
                .map(f -> new FormField(f.name().substring(EXTRINSIC.length()), f.value()))
                .toList();
    }

    private static List<Identity> identities(List<FormField> kept, String side) {
        return kept.stream()
                .filter(f -> f.name().startsWith(side))
                .map(f -> new Identity(f.name().substring(side.length()), f.value()))
                .toList();
    }
}
