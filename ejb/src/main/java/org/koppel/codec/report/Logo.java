package org.koppel.codec.report;

import java.awt.Dimension;
import java.awt.geom.Dimension2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.DataRenderable;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Renderable;

/**
 * The supplier's logo, {@code logo.png} beside this class: read and measured once, handed to every document as it is. It is
 * never written by Java serialisation.
 */
final class Logo implements Renderable, DataRenderable, DimensionRenderable {
    static final Logo OURS = load("logo.png");
    private static final long serialVersionUID = 1L;

    private final transient byte[] png;
    private final transient String dataUri;
    private final int width;
    private final int height;

    private Logo(byte[] png, BufferedImage picture) {
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
            return new Logo(png, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String dataUri() {
        return dataUri;
    }

    @Override
    public String getId() {
        return "logo";
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
