package org.koppel.punchout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.punchout.PunchoutDatabase.BOUWGROEP;
import static org.koppel.punchout.PunchoutDatabase.ZORGGROEP;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.platform.StoredFile;
import org.koppel.platform.StoredFiles;
import org.koppel.punchout.AttachmentRefusedException.Reason;

/** Files with lines of a cart, on a real PostgreSQL. */
class CartAttachmentsTest {
    private static final String SOCKET = "100001";
    private static final byte[] PDF = "%PDF-1.7 and so on".getBytes(StandardCharsets.US_ASCII);
    private PunchoutDatabase database;
    private final CartAttachments attachments = new CartAttachments();
    private Visit visit;

    @BeforeEach
    void open() {
        database = new PunchoutDatabase();
        attachments.carts = database.storedCarts;
        attachments.attachments = database.storedAttachments;
        attachments.files = new StoredFiles(database.entities());
        attachments.clock = database.clock();
        visit = visitWithCart();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFileIsKeptWithItsLineAsItCame() {
        add(SOCKET, "C:\\plans\\Küche 1.pdf", PDF);
        Attachment kept = only();
        assertThat(kept.article()).isEqualTo(SOCKET);
        assertThat(kept.name()).isEqualTo("Küche 1.pdf");
        assertThat(kept.mediaType()).isEqualTo("application/pdf");
        assertThat(kept.size()).isEqualTo(PDF.length);
        assertThat(file(visit, kept.id()).content()).isEqualTo(PDF);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ../../etc/passwd,       passwd.txt
            evil.html,              evil.txt
            'a"b;c:d.exe',          a_b_c_d.txt
            .htaccess,              htaccess.txt
            '',                     attachment.txt
            """)
    void aNameHasNoPathAndTheExtensionOfTheContent(String given, String kept) {
        add(SOCKET, given, "plain".getBytes(StandardCharsets.UTF_8));
        assertThat(only().name()).isEqualTo(kept);
    }

    @Test
    void theContentDecidesWhatAFileIs() throws IOException {
        add(SOCKET, "a.pdf", picture());
        add(SOCKET, "b.png", "Façade".getBytes(Charset.forName("windows-1252")));
        List<Attachment> kept = of(visit);
        assertThat(kept).extracting(Attachment::name).containsExactlyInAnyOrder("a.png", "b.txt");
        Attachment text =
                kept.stream().filter(a -> a.name().equals("b.txt")).findFirst().orElseThrow();
        assertThat(new String(file(visit, text.id()).content(), StandardCharsets.UTF_8))
                .isEqualTo("Façade");
    }

    @Test
    void whatIsNoFileForALineIsRefusedWithTheReason() throws IOException {
        refused(Reason.EMPTY, SOCKET, new byte[0]);
        refused(Reason.TOO_LARGE, SOCKET, Arrays.copyOf(PDF, CartAttachments.MOST_BYTES + 1));
        refused(Reason.KIND, SOCKET, "MZ\0\1\2 program".getBytes(StandardCharsets.US_ASCII));
        refused(Reason.KIND, SOCKET, Arrays.copyOf(picture(), 12));
        refused(Reason.NOT_IN_CART, "100009", PDF);
        add(SOCKET, "1.pdf", PDF);
        add(SOCKET, "2.pdf", PDF);
        add(SOCKET, "3.pdf", PDF);
        refused(Reason.TOO_MANY, SOCKET, PDF);
        assertThat(of(visit)).hasSize(3);
    }

    @Test
    void theFilesOfACartTogetherAreBounded() {
        byte[] large = Arrays.copyOf(PDF, CartAttachments.MOST_BYTES);
        for (String article : List.of(SOCKET, "100002")) {
            add(article, "1.pdf", large);
            add(article, "2.pdf", large);
        }
        add("100002", "3.pdf", large);
        refused(Reason.TOO_MUCH, SOCKET, PDF);
    }

    @Test
    void nobodyElseSeesOrRemovesAFile() {
        add(SOCKET, "plan.pdf", PDF);
        UUID id = only().id();
        Visit other = visitWithCart();
        assertThat(database.transaction(() -> attachments.file(other, id))).isEmpty();
        database.transaction(() -> attachments.remove(other, id));
        assertThat(database.transaction(() -> attachments.files.byId(ZORGGROEP.value(), id)))
                .isEmpty();
        assertThat(of(visit)).hasSize(1);
        database.transaction(() -> attachments.remove(visit, id));
        assertThat(of(visit)).isEmpty();
        assertThat(database.transaction(() -> attachments.files.byId(BOUWGROEP.value(), id)))
                .isEmpty();
    }

    @Test
    void aLineThatWasTakenOutTakesItsFilesAlongAndACopyOfTheCartKeepsThem() {
        add(SOCKET, "plan.pdf", PDF);
        UUID id = only().id();
        UUID first = database.transaction(
                () -> database.storedCarts.latest(visit.id()).orElseThrow().id());
        Visit again = visitWithCart();
        UUID second = database.transaction(
                () -> database.storedCarts.latest(again.id()).orElseThrow().id());
        database.transaction(() -> database.storedAttachments.copy(first, second));
        assertThat(of(again)).extracting(Attachment::id).containsExactly(id);
        database.transaction(() -> attachments.remove(visit, id));
        assertThat(file(again, id).content()).isEqualTo(PDF);
        database.transaction(
                () -> database.storedCarts.byId(BOUWGROEP, second).orElseThrow().remove(SOCKET, database.now()));
        assertThat(of(again)).isEmpty();
    }

    @Test
    void theFilesOfAReplacedArticleGoWithItsSuccessor() {
        add(SOCKET, "plan.pdf", PDF);
        database.transaction(() -> {
            Cart cart = database.storedCarts.latest(visit.id()).orElseThrow();
            cart.replace(SOCKET, "100003", BigDecimal.ONE, database.now());
            database.storedCarts.moveFiles(cart.id(), SOCKET, "100003");
        });
        assertThat(only().article()).isEqualTo("100003");
    }

    private Visit visitWithCart() {
        Visit fresh = database.visitOf(BOUWGROEP);
        database.transaction(() -> {
            Cart cart = new Cart(fresh.id(), BOUWGROEP, CartReference.next(), database.now());
            cart.put(SOCKET, BigDecimal.ONE, database.now());
            cart.put("100002", BigDecimal.ONE, database.now());
            database.storedCarts.add(cart);
        });
        return fresh;
    }

    private void add(String article, String name, byte[] content) {
        database.transaction(() -> attachments.add(visit, article, name, content));
    }

    private void refused(Reason reason, String article, byte[] content) {
        assertThatThrownBy(() -> add(article, "x", content))
                .isInstanceOfSatisfying(
                        AttachmentRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private List<Attachment> of(Visit whose) {
        return database.transaction(() -> attachments.of(whose));
    }

    private Attachment only() {
        List<Attachment> all = of(visit);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private StoredFile file(Visit whose, UUID id) {
        return database.transaction(() -> attachments.file(whose, id)).orElseThrow();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
