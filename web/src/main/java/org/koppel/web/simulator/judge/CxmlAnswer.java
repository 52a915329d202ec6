package org.koppel.web.simulator.judge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * What was answered to a cXML request.
 *
 * @param root null: not well-formed
 * @param code of the Status; 0: there is none
 * @param detail what the Status says in words; may be empty
 * @param startPage null: there is none
 */
public record CxmlAnswer(Element root, int code, String detail, String startPage) {
    private static final String GUIDE = "cXML 1.2 User's Guide, ";
    private static final Set<Integer> CODES = Set.of(
            200, 201, 204, 211, 280, 281, 400, 401, 402, 403, 406, 409, 412, 417, 450, 475, 476, 477, 499, 500, 550,
            551, 560);

    public static CxmlAnswer of(String document) {
        Optional<Element> root = Dom.parse(document);
        Optional<Element> status = root.flatMap(r -> Dom.at(r, "Response", "Status"));
        return new CxmlAnswer(
                root.orElse(null),
                status.map(s -> s.getAttribute("code"))
                        .filter(c -> c.matches("\\d{3}"))
                        .map(Integer::valueOf)
                        .orElse(0),
                status.map(s -> s.getTextContent().strip())
                        .filter(t -> !t.isEmpty())
                        .or(() -> status.map(s -> s.getAttribute("text")))
                        .orElse(""),
                root.flatMap(r -> Dom.text(r, "Response", "PunchOutSetupResponse", "StartPage", "URL"))
                        .orElse(null));
    }

    public boolean good() {
        return code >= 200 && code < 300;
    }

    public List<Finding> findings() {
        List<Rule<CxmlAnswer>> rules = List.of(
                Rule.of(
                        "cxml.readable",
                        "XML 1.0, well-formed; " + GUIDE + "cXML document format",
                        a -> Outcome.when(a.root() != null && Dom.name(a.root()).equals("cXML"), "—")),
                Rule.of(
                        "cxml.timestamp",
                        GUIDE + "timestamp: ISO 8601 with an offset, never Z",
                        a -> a.root() == null
                                ? Outcome.NOT_APPLICABLE
                                : Outcome.when(
                                        a.root().getAttribute("timestamp").matches(".+[+-]\\d{2}:\\d{2}"),
                                        a.root().getAttribute("timestamp"))),
                Rule.of(
                        "cxml.status",
                        GUIDE + "status codes",
                        a -> Outcome.when(CODES.contains(a.code()), String.valueOf(a.code()))),
                Rule.of("cxml.startPage", GUIDE + "PunchOutSetupResponse: StartPage with a 2xx Status only", a -> {
                    boolean punchOut = a.root() != null
                            && Dom.at(a.root(), "Response", "PunchOutSetupResponse")
                                    .isPresent();
                    return !punchOut && a.good()
                            ? Outcome.NOT_APPLICABLE
                            : Outcome.when(a.good() == (a.startPage() != null), a.code() + " " + a.startPage());
                }));
        return Rule.judge(rules, this);
    }
}
