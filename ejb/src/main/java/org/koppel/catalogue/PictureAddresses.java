package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.koppel.platform.Secrets;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;

/**
 * Addresses by which a customer's systems fetch pictures without a visit and without a log-in. Each names customer and article and is
 * signed: nobody makes one for another article, and it ends with the article's place in the customer's assortment.
 */
@ApplicationScoped
public class PictureAddresses {
    private static final String PATH = "/pictures/";
    /** Some systems tell a file's kind by its name. */
    private static final String ENDING = ".svg";

    private static final int SIGNATURE_BYTES = 16;
    private static final char SEPARATOR = '\n';

    @Inject
    private Secrets secrets;

    @Inject
    private Settings settings;

    @Inject
    private Pictures pictures;

    PictureAddresses() {} // for CDI

    PictureAddresses(Secrets secrets, Settings settings, Pictures pictures) {
        this.secrets = secrets;
        this.settings = settings;
        this.pictures = pictures;
    }

    /** Addresses by article, of those that the customer may see; the same at every asking. @return for one thread */
    public UnaryOperator<String> of(PartyId customer) {
        Function<String, byte[]> signer = signer();
        String beginning = settings.publicUrl() + PATH;
        return article -> beginning + name(signer, customer.value() + SEPARATOR + article) + ENDING;
    }

    /**
     * The picture at an address.
     *
     * @param name the last part of the address
     * @return empty when the address was not given by {@link #of}, or its customer cannot see the article any more
     */
    public Optional<Picture> picture(String name) {
        return named(name).flatMap(said -> {
            int end = said.indexOf(SEPARATOR);
            return pictures.of(new PartyId(said.substring(0, end)), said.substring(end + 1));
        });
    }

    private Function<String, byte[]> signer() {
        return secrets.signer("picture");
    }

    private static String name(Function<String, byte[]> signer, String said) {
        byte[] text = said.getBytes(StandardCharsets.UTF_8);
        byte[] named = ByteBuffer.allocate(SIGNATURE_BYTES + text.length)
                .put(signer.apply(said), 0, SIGNATURE_BYTES)
                .put(text)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(named);
    }

    /** What was signed; empty when it was not. */
    private Optional<String> named(String name) {
        byte[] named = decoded(name);
        if (named.length <= SIGNATURE_BYTES) {
            return Optional.empty();
        }
        String said = new String(named, SIGNATURE_BYTES, named.length - SIGNATURE_BYTES, StandardCharsets.UTF_8);
        byte[] due = Arrays.copyOf(signer().apply(said), SIGNATURE_BYTES);
        return Secrets.same(due, Arrays.copyOf(named, SIGNATURE_BYTES)) ? Optional.of(said) : Optional.empty();
    }

    private static byte[] decoded(String name) {
        try {
            return name.endsWith(ENDING)
                    ? Base64.getUrlDecoder().decode(name.substring(0, name.length() - ENDING.length()))
                    : new byte[0];
        } catch (IllegalArgumentException e) { // no address of ours
            return new byte[0];
        }
    }
}
