package org.koppel.run;

import java.io.IOException;
import java.nio.file.Path;

/** What a newcomer reads when the demo is ready. */
final class Welcome {
    private Welcome() {}

    static String text(Demo demo, Path target) throws IOException {
        String base = demo.baseUrl();
        String journal = ServerLog.journal(demo.server().console()).orElse("unknown");
        return """

                ------------------------------------------------------------------------------
                Koppel is ready. WildFly took %.1f s; message journal: %s.

                  Console and buyer simulator   %s/console
                  Punch-out (OCI, cXML)         %s/oci, %s/cxml
                  API description               %s/openapi
                  Caught mails                  %s
                  FTP and SFTP folders          %s, %s
                  Server log                    %s

                User, passwords and keys: %s
                Ctrl-C stops everything. The data stays in target/ until mvn clean.
                ------------------------------------------------------------------------------
                """.formatted(
                        demo.server().startTime().toMillis() / 1000.0,
                        journal,
                        base,
                        base,
                        base,
                        base,
                        demo.mail().directory(),
                        demo.ftp().directory(),
                        demo.sftp().directory(),
                        demo.server().console(),
                        target.resolve("koppel-demo.properties"));
    }
}
