package org.koppel.punchout;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.koppel.punchout.LogoRefusedException.Reason;

/**
 * A company's logo as it is kept: drawn anew as a PNG of at most 480 by 160 points, so that nothing of the uploaded file but
 * what can be seen is ever passed on.
 */
public final class CartLogo {
    public static final int MOST_BYTES = 1024 * 1024;
    /** Of each side; looked at before anything is unpacked. */
    public static final int MOST_PIXELS = 3000;

    private static final int WIDTH = 480;
    private static final int HEIGHT = 160;
    private static final Set<String> KINDS = Set.of("png", "jpeg", "gif");

    private CartLogo() {}

    /** @throws LogoRefusedException when it is too large, or no picture */
    static byte[] drawn(byte[] uploaded) {
        if (uploaded.length > MOST_BYTES) {
            throw new LogoRefusedException(Reason.TOO_LARGE, null);
        }
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(uploaded))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                if (KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    reader.setInput(in, true, true);
                    return png(read(reader));
                }
                reader.dispose();
            }
            throw new LogoRefusedException(Reason.NO_PICTURE, null);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) { // what damaged files end in
            throw new LogoRefusedException(Reason.NO_PICTURE, e);
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        try {
            if (reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) {
                throw new LogoRefusedException(Reason.TOO_LARGE, null);
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        double scale =
                Math.min(1, Math.min(WIDTH / (double) picture.getWidth(), HEIGHT / (double) picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(drawn, "png", out);
        }
        return png.toByteArray();
    }
}
