package org.koppel.transport.ftp;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.junit.jupiter.api.io.TempDir;

/** The same by TLS, with the one certificate that was agreed. */
class FtpsPickupTest extends FtpPickupTest {
    @TempDir
    private Path keys;

    private TestCertificate certificate;

    @Override
    void secure(ListenerFactory listener) throws Exception {
        certificate = TestCertificate.in(keys);
        SslConfigurationFactory tls = new SslConfigurationFactory();
        tls.setKeystoreFile(certificate.store().toFile());
        tls.setKeystoreType("PKCS12");
        tls.setKeystorePassword(TestCertificate.PASSWORD);
        listener.setSslConfiguration(tls.createSslConfiguration());
    }

    @Override
    protected Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(super.settings());
        settings.put("security", "explicit");
        settings.put("fingerprint", certificate.fingerprint());
        return settings;
    }
}
