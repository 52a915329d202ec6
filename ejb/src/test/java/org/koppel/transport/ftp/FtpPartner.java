package org.koppel.transport.ftp;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.apache.ftpserver.filesystem.nativefs.NativeFileSystemFactory;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FileSystemView;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpFile;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfiguration;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.koppel.transport.TestKeys;

/** A partner's real FTP server, which can be made to lie, to refuse and to hang. */
final class FtpPartner implements AutoCloseable {
    /** Nothing but its word: as servers of old machines are. */
    static final Command UNKNOWN = answer(502, "Command not implemented.");

    private final Path directory;
    private final CommandFactoryFactory commands = new CommandFactoryFactory();
    private final ListenerFactory listener = new ListenerFactory();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<String, String> security = new HashMap<>(Map.of("security", "none"));
    private FtpServer server;
    private Listener door;

    /** What becomes of bytes that are written; full disks of which nobody is told keep some of them. */
    UnaryOperator<OutputStream> disk = out -> out;

    /** What is read from the disk. */
    Function<byte[], byte[]> reader = content -> content;

    FtpPartner(Path directory) {
        this.directory = directory;
    }

    static Command answer(int code, String words) {
        return (session, context, request) -> session.write(new DefaultFtpReply(code, words));
    }

    FtpPartner on(String command, Command does) {
        commands.addCommand(command, does);
        return this;
    }

    /** The transfer begins and nothing is ever read, or sent. */
    FtpPartner hangsIn(String command) {
        return on(command, (session, context, request) -> {
            session.write(new DefaultFtpReply(150, "About to open data connection."));
            try {
                session.getDataConnection().openConnection();
                over.await();
            } catch (Exception e) { // the guest is gone, or the test is over
                session.closeNow();
            }
        });
    }

    FtpPartner neverAnswers(String command) {
        return on(command, (session, context, request) -> session.getLastAccessTime());
    }

    FtpPartner secured(TestKeys keys, boolean implicit) {
        listener.setSslConfiguration(tls(keys));
        listener.setImplicitSsl(implicit);
        security.put("security", implicit ? "implicit" : "explicit");
        security.put("fingerprint", keys.fingerprint());
        return this;
    }

    /** Files go by connections of somebody who has another certificate. */
    FtpPartner filesSecured(TestKeys keys) {
        DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
        data.setSslConfiguration(tls(keys));
        listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        return this;
    }

    private static SslConfiguration tls(TestKeys keys) {
        SslConfigurationFactory tls = new SslConfigurationFactory();
        tls.setKeystoreFile(keys.file().toFile());
        tls.setKeystoreType("PKCS12");
        tls.setKeystorePassword(TestKeys.PASSWORD);
        return tls.createSslConfiguration();
    }

    FtpPartner start() throws FtpException {
        BaseUser account = new BaseUser();
        account.setName("koppel");
        account.setPassword("secret");
        account.setHomeDirectory(directory.toString());
        account.setAuthorities(List.of(new WritePermission()));
        listener.setServerAddress("127.0.0.1");
        listener.setPort(0);
        FtpServerFactory factory = new FtpServerFactory();
        factory.setCommandFactory(commands.createCommandFactory());
        ConnectionConfigFactory logins = new ConnectionConfigFactory();
        logins.setLoginFailureDelay(0);
        factory.setConnectionConfig(logins.createConnectionConfig());
        NativeFileSystemFactory files = new NativeFileSystemFactory();
        factory.setFileSystem(user -> lying(FileSystemView.class, files.createFileSystemView(user)));
        door = listener.createListener();
        factory.addListener("default", door);
        factory.getUserManager().save(account);
        server = factory.createServer();
        server.start();
        return this;
    }

    Map<String, String> settings() {
        Map<String, String> all = new HashMap<>(security);
        all.putAll(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(door.getPort()),
                "user", "koppel",
                "password", "secret"));
        return all;
    }

    @Override
    public void close() {
        over.countDown();
        server.stop();
    }

    /** Keeps so many bytes and says that it kept all. */
    static UnaryOperator<OutputStream> keeping(int most) {
        return out -> new FilterOutputStream(out) {
            private int kept;

            @Override
            public void write(int b) throws IOException {
                if (kept++ < most) {
                    out.write(b);
                }
            }
        };
    }

    private <T> T lying(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Lying(real)));
    }

    /** The real file system, but for what is written and read. */
    private final class Lying implements InvocationHandler {
        private final Object real;

        Lying(Object real) {
            this.real = real;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] given) throws Throwable {
            try {
                return answer(method.invoke(real, given == null ? null : unwrapped(given)));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private Object answer(Object result) throws IOException {
            if (result instanceof FtpFile file) {
                return lying(FtpFile.class, file);
            }
            if (result instanceof OutputStream out) {
                return disk.apply(out);
            }
            if (result instanceof InputStream in) {
                try (in) {
                    return new ByteArrayInputStream(reader.apply(in.readAllBytes()));
                }
            }
            return result;
        }

        /** Files know only their like. */
        private static Object[] unwrapped(Object[] given) {
            return Arrays.stream(given)
                    .map(one -> one instanceof FtpFile file && Proxy.isProxyClass(file.getClass())
                            ? ((Lying) Proxy.getInvocationHandler(file)).real
                            : one)
                    .toArray();
        }
    }
}
