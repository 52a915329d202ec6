package org.koppel.codec.report;

import java.awt.Dimension;
import java.awt.geom.Dimension2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.DataRenderable;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Renderable;

/** A GS1-128 barcode as a picture of two colours, quiet zones included. It is never written by Java serialisation. */
final class Barcode implements Renderable, DataRenderable, DimensionRenderable {
    private static final long serialVersionUID = 1L;
    /** Pixels of one module: whole ones, so that every bar keeps its width. */
    private static final int MODULE = 4;
    /** GS1 asks for ten modules of white at either end. */
    private static final int QUIET = 10;

    private static final int HEIGHT = 140;
    /** Longest value after AI (400), which keeps bars of a quarter of a millimetre in the width of the layouts. */
    private static final int LONGEST_ORDER = 20;

    private final String id;
    private final transient byte[] png;
    private final int width;

    private Barcode(String data) {
        boolean[] modules = Code128.modules(data);
        this.id = "barcode-" + data;
        this.width = (modules.length + 2 * QUIET) * MODULE;
        BufferedImage picture = new BufferedImage(width, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        for (int x = 0; x < width; x++) {
            int module = x / MODULE - QUIET;
            boolean dark = module >= 0 && module < modules.length && modules[module];
            for (int y = 0; y < HEIGHT; y++) {
                picture.setRGB(x, y, dark ? 0x000000 : 0xffffff);
            }
        }
        this.png = png(picture);
    }

    /** A serial shipping container code, AI (00); null for anything but 18 digits. */
    static Barcode ofPackage(String sscc) {
        return sscc != null && sscc.matches("\\d{18}") ? new Barcode("00" + sscc) : null;
    }

    /** The buyer's order number, AI (400); null for a number that the symbol does not take. */
    static Barcode ofOrder(String number) {
        boolean fits = Code128.takes(number) && number.length() <= LONGEST_ORDER;
        return fits ? new Barcode("400" + number) : null;
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a picture to memory", e);
        }
        return out.toByteArray();
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
        return new Dimension(width, HEIGHT);
    }
}
