import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;

/**
 * Compiles every changed {@code .jrxml} of one folder into another one. Run from source by the build (ejb/pom.xml) and never
 * shipped.
 */
public final class CompileReports {
    private CompileReports() {}

    /** @param args the folder of the sources and the folder of the compiled reports, which is made when it is not there */
    public static void main(String[] args) throws IOException, JRException {
        System.setProperty("java.awt.headless", "true");
        Path to = Files.createDirectories(Path.of(args[1]));
        try (DirectoryStream<Path> sources = Files.newDirectoryStream(Path.of(args[0]), "*.jrxml")) {
            for (Path source : sources) {
                String name = source.getFileName().toString();
                compile(source, to.resolve(name.replace(".jrxml", ".jasper")));
            }
        }
    }

    private static void compile(Path source, Path target) throws IOException, JRException {
        boolean fresh = Files.exists(target)
                && Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(source)) > 0;
        if (!fresh) {
            JasperCompileManager.compileReportToFile(source.toString(), target.toString());
        }
    }
}
