package org.koppel.transport.ftp;

import java.util.HashMap;
import java.util.Map;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.koppel.transport.TestKeys;

/** The same by TLS, with the one certificate that was agreed. */
class FtpsPickupTest extends FtpPickupTest {
    private final TestKeys keys = TestKeys.of("ftp.example");

    @Override
    void secure(ListenerFactory listener) throws Exception {
        SslConfigurationFactory tls = new SslConfigurationFactory();
        tls.setKeystoreFile(keys.file().toFile());
        tls.setKeystoreType("PKCS12");
        tls.setKeystorePassword(TestKeys.PASSWORD);
        listener.setSslConfiguration(tls.createSslConfiguration());
    }

    @Override
    protected Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(super.settings());
        settings.put("security", "explicit");
        settings.put("fingerprint", keys.fingerprint());
        return settings;
    }
}
