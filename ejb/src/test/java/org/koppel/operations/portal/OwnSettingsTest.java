package org.koppel.operations.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.operations.portal.PortalDatabase.BOUWGROEP;
import static org.koppel.operations.portal.PortalDatabase.EVA;
import static org.koppel.operations.portal.PortalDatabase.LIES;
import static org.koppel.operations.portal.PortalDatabase.ZORGGROEP;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.party.BuyerEntry;
import org.koppel.party.Buyers;
import org.koppel.party.Credentials;
import org.koppel.party.PartyFixture;
import org.koppel.party.SiteEntry;
import org.koppel.shared.PartyId;

/** What an administrator changes: own sites, buyers and addresses, noted, and never anybody else's. */
class OwnSettingsTest {
    private PortalDatabase database;

    @BeforeEach
    void open() {
        database = new PortalDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static SiteEntry site(String code, String name) {
        return new SiteEntry(code, name, null, "Kouter 1", "9000", "Gent", "be", true, false);
    }

    private static BuyerEntry buyer(String login, String name, String site) {
        return new BuyerEntry(login, name, login + "@example.com", site, true, null);
    }

    private void run(Runnable work) {
        database.transaction(() -> {
            work.run();
            return null;
        });
    }

    private void refused(String reason, Runnable work) {
        assertThatThrownBy(() -> run(work))
                .isInstanceOfSatisfying(
                        PortalRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private SiteEntry of(PartyId customer, String id) {
        return database.transaction(() -> database.sites.byId(customer, id)).orElseThrow();
    }

    @Test
    void aSiteIsAddedChangedMadeStandardAndSwitchedOffWithANoteOfEach() {
        run(() -> database.sites.add(LIES, site("DEPOT", "Depot")));
        run(() -> database.sites.change(LIES, "DEPOT", site("DEPOT-2", "Second depot")));
        run(() -> database.sites.makeStandard(LIES, "DEPOT-2"));
        assertThat(of(BOUWGROEP, "DEPOT-2"))
                .isEqualTo(
                        new SiteEntry("DEPOT-2", "Second depot", null, "Kouter 1", "9000", "Gent", "BE", true, true));
        run(() -> database.sites.switchTo(LIES, "DEPOT-2", false));
        assertThat(of(BOUWGROEP, "DEPOT-2").active()).isFalse();
        assertThat(of(BOUWGROEP, "DEPOT-2").standard())
                .as("what is off is proposed to nobody")
                .isFalse();
        assertThat(database.noted(BOUWGROEP)).containsExactly("SITE_ADD", "SITE_CHANGE", "SITE_OFF", "SITE_STANDARD");
    }

    @Test
    void onlyOneSiteIsTheStandard() {
        run(() -> database.sites.makeStandard(LIES, "HQ"));
        run(() -> database.sites.makeStandard(LIES, "YARD"));
        assertThat(database.transaction(() -> database.sites.of(BOUWGROEP)).stream()
                        .filter(SiteEntry::standard)
                        .map(SiteEntry::addressId))
                .containsExactly("YARD");
    }

    @Test
    void aBuyerFollowsItsSiteToTheNewCode() {
        run(() -> database.sites.change(LIES, "HQ", site("MAIN", "Main")));
        assertThat(database.transaction(() -> database.buyers.byLogin(BOUWGROEP, "an"))
                        .orElseThrow()
                        .site())
                .isEqualTo("MAIN");
        assertThat(database.transaction(() -> database.buyers.byLogin(ZORGGROEP, "an"))
                        .orElseThrow()
                        .site())
                .isEqualTo("HQ");
    }

    @Test
    void theCodeStaysOnceSomethingWasOrderedToIt() {
        database.order("bouwgroep", "PO-1", "CONFIRMED", "HQ", "'ACCEPTED', 10, 0", "null");
        refused("ORDERED_TO", () -> database.sites.change(LIES, "HQ", site("MAIN", "Main")));
        run(() -> database.sites.change(LIES, "HQ", site("HQ", "Renamed")));
        assertThat(of(BOUWGROEP, "HQ").name()).isEqualTo("Renamed");
        run(() -> database.sites.change(EVA, "HQ", site("MAIN", "Nothing was ordered to this one")));
    }

    @Test
    void aCodeThatIsThereInAnotherCaseOrCannotBeReadIsRefused() {
        refused("TAKEN", () -> database.sites.add(LIES, site("hq", "Again")));
        refused("TAKEN", () -> database.sites.change(LIES, "HQ", site("Yard", "Again")));
        refused("CODE", () -> database.sites.add(LIES, site("a'b", "Quote")));
        refused("MISSING", () -> database.sites.add(LIES, site("X", " ")));
        refused("CHARACTERS", () -> database.sites.add(LIES, site("X", "two\nlines")));
        refused(
                "GLN",
                () -> database.sites.add(LIES, new SiteEntry("X", "X", "123", null, null, null, null, true, false)));
    }

    @Test
    void aBuyerIsAddedChangedAndSwitchedOffWithANoteOfEach() {
        run(() -> database.buyers.add(LIES, buyer("bob", "Bob", "HQ")));
        run(() -> database.buyers.change(LIES, buyer("bob", "Robert", "YARD")));
        run(() -> database.buyers.switchTo(LIES, "bob", false));
        assertThat(database.transaction(() -> database.buyers.byLogin(BOUWGROEP, "bob")))
                .contains(new BuyerEntry("bob", "Robert", "bob@example.com", "YARD", false, null));
        assertThat(database.noted(BOUWGROEP)).containsExactly("BUYER_ADD", "BUYER_CHANGE", "BUYER_OFF");
    }

    @Test
    void aBuyerOfAForeignOrUnknownSiteIsRefused() {
        run(() -> database.sites.add(EVA, site("CLINIC", "Of the other customer")));
        refused("SITE", () -> database.buyers.add(LIES, buyer("bob", "Bob", "CLINIC")));
        refused("TAKEN", () -> database.buyers.add(LIES, buyer("AN", "An", "HQ")));
        refused(
                "MAIL",
                () -> database.buyers.add(
                        LIES, new BuyerEntry("bob", "Bob", "bob@example.com\" <x>", null, true, null)));
    }

    @Test
    void aBuyersOwnCredentialNamesTheBuyerAndEndsWithTheNextOneAndWhenTheBuyerIsSwitchedOff() {
        BuyerDesk.Credential first = database.transaction(() -> database.buyers.credential(LIES, "an"))
                .orElseThrow();
        assertThat(first.userName()).isEqualTo("bouwgroep.an");
        assertThat(letIn(first)).isTrue();
        Buyers known = PartyFixture.buyers(database.em);
        assertThat(known.byLogin(BOUWGROEP, "bouwgroep.an").orElseThrow().name())
                .isEqualTo("An");
        assertThat(known.byLogin(ZORGGROEP, "bouwgroep.an")).isEmpty();

        BuyerDesk.Credential second = database.transaction(() -> database.buyers.credential(LIES, "an"))
                .orElseThrow();
        assertThat(letIn(first)).isFalse();
        assertThat(letIn(second)).isTrue();

        run(() -> database.buyers.switchTo(LIES, "an", false));
        assertThat(letIn(second)).isFalse();
        assertThat(known.isSwitchedOff(BOUWGROEP, "AN")).isTrue();
        assertThat(known.isSwitchedOff(ZORGGROEP, "an")).isFalse();
        assertThat(database.transaction(() -> database.buyers.credential(LIES, "an")))
                .isEmpty();
    }

    @Test
    void whoIsSwitchedOffIsKnownByEveryNameUnlessSomebodyElseHasIt() {
        run(() -> database.buyers.add(LIES, new BuyerEntry("bob", "Bob", "bob@example.com", null, true, null)));
        run(() -> database.buyers.add(LIES, new BuyerEntry("bob2", "Bob", "bob2@example.com", null, true, null)));
        run(() -> database.buyers.switchTo(LIES, "bob", false));
        Buyers known = PartyFixture.buyers(database.em);
        for (String name : List.of("BOB", " Bob@Example.com ")) {
            assertThat(known.isSwitchedOff(BOUWGROEP, List.of("an", name)))
                    .as(name)
                    .isEqualTo(name.contains("@"));
        }
        assertThat(known.isSwitchedOff(ZORGGROEP, List.of("bob@example.com"))).isFalse();
        assertThat(known.isSwitchedOff(BOUWGROEP, List.of("nobody", "bob2@example.com")))
                .isFalse();
        assertThat(known.named(BOUWGROEP, "bob").orElseThrow().login()).isEqualTo("bob2");
        assertThat(known.named(BOUWGROEP, "bob@example.com")).isEmpty();
    }

    @Test
    void aNameToComeInWithThatIsTakenIsNotTakenOver() {
        database.run("insert into credential (id, customer, kind, identity, secret_hash) values (gen_random_uuid(),"
                + " 'zorggroep', 'OCI', 'BOUWGROEP.AN', '\\x01')");
        assertThat(database.transaction(() -> database.buyers.credential(LIES, "an"))
                        .orElseThrow()
                        .userName())
                .isEqualTo("bouwgroep.an-2");
    }

    private boolean letIn(BuyerDesk.Credential credential) {
        return database.transaction(() -> PartyFixture.authentication(database.em)
                .byOci(credential.userName(), credential.password())
                .filter(BOUWGROEP::equals)
                .isPresent());
    }

    @Test
    void aCouplingThatIsOffLetsNobodyOfThatCustomerInUntilItIsOnAgain() {
        BuyerDesk.Credential own = database.transaction(() -> database.buyers.credential(LIES, "an"))
                .orElseThrow();
        run(() -> database.couplings.switchTo(ZORGGROEP, Credentials.Kind.OCI, false, "operator"));
        assertThat(letIn(own)).isTrue();
        run(() -> database.couplings.switchTo(BOUWGROEP, Credentials.Kind.OCI, false, "operator"));
        assertThat(letIn(own)).isFalse();
        assertThat(database.transaction(() -> database.couplings.of(BOUWGROEP)).stream()
                        .map(c -> c.kind() + " " + c.agreed() + " " + c.on()))
                .containsExactly("API_KEY false false", "OCI true false", "CXML false false");
        run(() -> database.couplings.switchTo(BOUWGROEP, Credentials.Kind.OCI, true, "operator"));
        assertThat(letIn(own)).isTrue();
        assertThat(database.noted(BOUWGROEP)).contains("COUPLING_OFF", "COUPLING_ON");
    }

    @Test
    void addressesOfAMailChannelChangeAndItsOtherSettingsStay() {
        UUID mail = database.channel("bouwgroep", "mail");
        run(() -> database.notifications.change(LIES, mail, "a@example.com;b@example.com\r\nc@example.com", ""));
        assertThat(database.transaction(() -> database.notifications.of(BOUWGROEP))
                        .get(0)
                        .settings())
                .containsEntry("to", "a@example.com, b@example.com, c@example.com")
                .containsEntry("subject", "kept")
                .doesNotContainKey("cc");
        refused("MISSING", () -> database.notifications.change(LIES, mail, " , ", ""));
        refused("MAIL", () -> database.notifications.change(LIES, mail, "a@example.com, not-one", ""));
        refused("MAIL", () -> database.notifications.change(LIES, mail, "a@example.com", "x@example.com%0d@"));
        assertThat(database.noted(BOUWGROEP)).containsExactly("NOTIFY");
    }

    @Test
    void onlyChannelsByMailThatAreOnCanBeChanged() {
        UUID ftp = database.channel("bouwgroep", "ftp");
        UUID off = database.channel("bouwgroep", "mail");
        run(() -> database.couplings.switchAnswer(BOUWGROEP, off, false, "operator"));
        for (UUID channel : List.of(ftp, off)) {
            assertThat(changed(() -> database.notifications.change(LIES, channel, "a@example.com", "")))
                    .isFalse();
        }
    }

    @Test
    void nothingOfAnotherCustomerCanBeChangedOrSeen() {
        UUID mail = database.channel("zorggroep", "mail");
        run(() -> database.sites.add(EVA, site("CLINIC", "Clinic")));
        run(() -> database.buyers.add(EVA, buyer("carla", "Carla", "CLINIC")));
        String before = everythingOf(ZORGGROEP);

        assertThat(database.transaction(() -> database.sites.byId(BOUWGROEP, "CLINIC")))
                .isEmpty();
        assertThat(database.transaction(() -> database.buyers.byLogin(BOUWGROEP, "carla")))
                .isEmpty();
        assertThat(changed(() -> database.sites.change(LIES, "CLINIC", site("CLINIC", "Mine"))))
                .isFalse();
        assertThat(changed(() -> database.sites.switchTo(LIES, "CLINIC", false)))
                .isFalse();
        assertThat(changed(() -> database.sites.makeStandard(LIES, "CLINIC"))).isFalse();
        assertThat(changed(() -> database.buyers.change(LIES, buyer("carla", "Mine", "HQ"))))
                .isFalse();
        assertThat(changed(() -> database.buyers.switchTo(LIES, "carla", false)))
                .isFalse();
        assertThat(changed(() -> database.buyers.credential(LIES, "carla").isPresent()))
                .isFalse();
        assertThat(changed(() -> database.notifications.change(LIES, mail, "me@example.com", "")))
                .isFalse();
        assertThat(changed(() -> database.couplings.switchAnswer(BOUWGROEP, mail, false, "operator")))
                .isFalse();
        run(() -> database.sites.switchTo(LIES, "HQ", false)); // both customers have one of that name
        run(() -> database.buyers.switchTo(LIES, "an", false));

        assertThat(everythingOf(ZORGGROEP)).isEqualTo(before);
    }

    private boolean changed(Supplier<Boolean> work) {
        return database.transaction(work);
    }

    private String everythingOf(PartyId customer) {
        return String.join(
                "|",
                List.of("site", "buyer", "channel", "credential", "coupling_off").stream()
                        .map(table -> database.dump(table, customer))
                        .toList());
    }
}
