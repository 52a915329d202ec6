package org.koppel.codec.report;

import java.awt.Dimension;
import java.awt.geom.Dimension2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Base64;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.DataRenderable;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Renderable;

/**
 * A logo, measured once: the supplier's, {@code logo.png} beside this class, or the buyer's on its card. It is never written by
 * Java serialisation.
 */
final class Logo implements Renderable, DataRenderable, DimensionRenderable {
    static final Logo OURS = load("logo.png");
    private static final Logger LOG = System.getLogger(Logo.class.getName());
    private static final long serialVersionUID = 1L;

    private final String id;
    private final transient byte[] png;
    private final transient String dataUri;
    private final int width;
    private final int height;

    private Logo(String id, byte[] png, BufferedImage picture) {
        this.id = id;
        this.png = png;
        this.dataUri = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
        this.width = picture.getWidth();
        this.height = picture.getHeight();
    }

    private static Logo load(String name) {
        try (InputStream in = Logo.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The archive lacks " + name);
            }
            byte[] png = in.readAllBytes();
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            if (picture == null) {
                throw new IllegalStateException(name + " is no picture");
            }
            return new Logo("logo", png, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The buyer's, from a card; null for null, and for what is no picture. @param base64 of a PNG */
    static Logo ofBuyer(String base64) {
        if (base64 == null) {
            return null;
        }
        try {
            byte[] png = Base64.getDecoder().decode(base64);
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            return picture == null ? null : new Logo("buyer", png, picture);
        } catch (IllegalArgumentException | IOException e) {
            LOG.log(Level.WARNING, "The logo on a card is no picture and is left out", e);
            return null;
        }
    }

    String dataUri() {
        return dataUri;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public byte[] getData(JasperReportsContext context) {
        return png;
    }

    @Override
    public Dimension2D getDimension(JasperReportsContext context) {
        return new Dimension(width, height);
    }
}
