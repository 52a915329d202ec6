package org.koppel.run;

import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** An FTP server on loopback with one account, whose home is one directory. */
public final class FtpFolder {
    /** The account's name. */
    public static final String USER = "koppel";

    private final Path directory;
    private final int port;
    private final String password;
    private FtpServer server;

    public FtpFolder(Path directory, int port, String password) {
        this.directory = directory;
        this.port = port;
        this.password = password;
    }

    public Path directory() {
        return directory;
    }

    /** @throws CannotStartException when the port is taken */
    public synchronized void start() {
        Workspace.createDirectories(directory);
        DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
        data.setPassiveAddress("127.0.0.1");
        data.setActiveLocalAddress("127.0.0.1");
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(port);
        listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", listener.createListener());
        try {
            factory.getUserManager().save(account());
            server = factory.createServer();
            server.start();
        } catch (FtpException e) {
            throw new CannotStartException("the FTP server does not start on port " + port, e);
        }
    }

    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    private BaseUser account() {
        BaseUser user = new BaseUser();
        user.setName(USER);
        user.setPassword(password);
        user.setHomeDirectory(directory.toString());
        user.setAuthorities(List.of(new WritePermission()));
        return user;
    }
}
