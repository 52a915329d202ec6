package org.koppel.run;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Koppel and everything around it: started in order, stopped in reverse order, the database last. {@link #stop} may be called
 * by another thread at any time, also in the middle of {@link #start}.
 */
public final class Demo {
    private final Workspace workspace;
    private final Ports ports;
    private final FileLock lock;
    private final Children children;
    private final DemoSecrets secrets;
    private final DemoProperties properties;
    private final Database database;
    private final MailCatcher mail;
    private final FtpFolder ftp;
    private final SftpFolder sftp;
    private final Map<String, String> environment;
    private final Server server;
    private final List<Children> nodes = new CopyOnWriteArrayList<>();

    /**
     * Claims the data directory; starts nothing yet.
     *
     * @param files where {@code demo-secrets.properties} and {@code koppel-demo.properties} go
     * @param extra further environment variables for the server; they win over the usual ones
     */
    public Demo(Workspace workspace, Path files, Ports ports, Map<String, String> extra) throws IOException {
        this.workspace = workspace;
        this.ports = ports;
        this.lock = workspace.claim();
        this.children = new Children(workspace.child("pids"));
        this.secrets = DemoSecrets.in(files.resolve("demo-secrets.properties"));
        this.properties =
                new DemoProperties(files.resolve("koppel-demo.properties").toAbsolutePath());
        this.database = new Database(
                workspace.binaries(),
                workspace.child("postgresql"),
                ports.database(),
                secrets.get("jdbc.password"),
                children);
        this.mail = new MailCatcher(workspace.child("mail"), ports.smtp());
        this.ftp = new FtpFolder(workspace.child("ftp"), ports.ftp(), secrets.get("ftp.password"));
        this.sftp = new SftpFolder(workspace.child("sftp"), ports.sftp(), secrets.get("sftp.password"));
        this.environment = new LinkedHashMap<>(environment());
        this.environment.putAll(extra);
        this.server = new Server(workspace, ports, environment, children);
    }

    /**
     * Starts everything and returns when the application is ready; the properties file is written last.
     *
     * @throws CannotStartException when something is in the way, with what to do about it
     */
    public void start() throws IOException, InterruptedException {
        properties.remove();
        children.stopLeftovers();
        ports.requireFree();
        requireUserNamespaces();
        database.start();
        mail.start();
        ftp.start();
        sftp.start();
        makeDoorsteps();
        server.start();
        properties.write(properties());
    }

    /** Where the customers of the demo lay their files. */
    private void makeDoorsteps() {
        for (String customer : List.of("ediplus", "amerco")) {
            Workspace.createDirectories(sftp.directory().resolve(customer).resolve("in"));
        }
        Workspace.createDirectories(folder().resolve("ediplus").resolve("in"));
    }

    /** Below it lie the folders of partners. */
    public Path folder() {
        return workspace.child("folder").toAbsolutePath();
    }

    /** Forgets the data of earlier starts, except the secrets; before {@link #start} only. */
    public void forgetData() throws IOException {
        children.stopLeftovers();
        for (String part : List.of("postgresql", "wildfly", "mail", "ftp", "sftp", "folder")) {
            DirectoryTree.delete(workspace.child(part));
        }
    }

    /**
     * A further node of a cluster: the same database, key and public address, files and ports of its own. The caller starts it; it is
     * stopped with the rest at the latest.
     *
     * @param name of the node and of its directory
     */
    public Server node(String name, Ports own) throws IOException {
        Workspace files =
                new Workspace(workspace.home(), workspace.application(), workspace.binaries(), workspace.child(name));
        Children processes = new Children(files.child("pids"));
        processes.stopLeftovers();
        nodes.add(processes);
        Map<String, String> values = new LinkedHashMap<>(environment);
        values.put("KOPPEL_NODE", name);
        return new Server(files, own, values, processes);
    }

    /** Stops everything; whatever does not obey is killed. */
    public void stop() {
        children.close();
        for (Children node : nodes) {
            node.close();
            node.killRemaining();
        }
        try {
            properties.remove();
            server.stop();
            mail.stop();
            ftp.stop();
            sftp.stop();
        } catch (IOException e) {
            System.err.println("Cannot stop cleanly: " + e.getMessage());
        } finally {
            database.stop();
            children.killRemaining();
            release();
        }
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + ports.http();
    }

    public Ports ports() {
        return ports;
    }

    public Database database() {
        return database;
    }

    public MailCatcher mail() {
        return mail;
    }

    public FtpFolder ftp() {
        return ftp;
    }

    public SftpFolder sftp() {
        return sftp;
    }

    public Server server() {
        return server;
    }

    public DemoSecrets secrets() {
        return secrets;
    }

    /** What {@code koppel-demo.properties} holds. */
    public Map<String, String> properties() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("base.url", baseUrl());
        values.put("health.url", server.health().toString());
        values.put("console.url", baseUrl() + "/console");
        values.put("console.user", secrets.get("console.user"));
        values.put("console.password", secrets.get("console.password"));
        values.put("api.key", secrets.get("api.key"));
        values.put("mail.dir", mail.directory().toString());
        values.put("ftp.dir", ftp.directory().toString());
        values.put("sftp.dir", sftp.directory().toString());
        values.put("folder.dir", folder().toString());
        values.put("jdbc.url", database.url());
        values.put("jdbc.user", Database.NAME);
        values.put("jdbc.password", secrets.get("jdbc.password"));
        values.putAll(secrets.ofCustomers());
        return values;
    }

    private Map<String, String> environment() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("KOPPEL_DEMO", "true");
        values.put("KOPPEL_DEMO_SECRETS", secrets.file().toString());
        values.put("KOPPEL_SECRET_KEY", secrets.get("secret.key"));
        values.put("KOPPEL_PUBLIC_URL", baseUrl());
        values.put("KOPPEL_DB_URL", database.url());
        values.put("KOPPEL_DB_USER", Database.NAME);
        values.put("KOPPEL_DB_PASSWORD", secrets.get("jdbc.password"));
        values.put("KOPPEL_MAIL_HOST", "127.0.0.1");
        values.put("KOPPEL_MAIL_PORT", Integer.toString(ports.smtp()));
        values.put("KOPPEL_MAIL_FROM", "koppel@supplier.example");
        values.put("KOPPEL_HTTPS_KEYSTORE_REQUIRED", "false");
        values.put("KOPPEL_HTTPS_KEYSTORE_PASSWORD", secrets.get("https.keystore.password"));
        values.put("KOPPEL_FOLDER_ROOT", folder().toString());
        values.put("KOPPEL_DEMO_FTP_HOST", "127.0.0.1");
        values.put("KOPPEL_DEMO_FTP_PORT", Integer.toString(ports.ftp()));
        values.put("KOPPEL_DEMO_FTP_USER", FtpFolder.USER);
        values.put("KOPPEL_DEMO_SFTP_HOST", "127.0.0.1");
        values.put("KOPPEL_DEMO_SFTP_PORT", Integer.toString(ports.sftp()));
        values.put("KOPPEL_DEMO_SFTP_USER", SftpFolder.USER);
        values.put("KOPPEL_DEMO_SFTP_HOSTKEY", sftp.fingerprint());
        return values;
    }

    private static void requireUserNamespaces() throws IOException, InterruptedException {
        if (!Database.isRoot()) {
            return;
        }
        Process trial = new ProcessBuilder("unshare", "-U", "true")
                .redirectErrorStream(true)
                .start();
        if (!trial.waitFor(10, TimeUnit.SECONDS) || trial.exitValue() != 0) {
            throw new CannotStartException("PostgreSQL does not run as root, and this system has no user namespaces to"
                    + " hide it in. Start Koppel as an ordinary user");
        }
    }

    private void release() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            System.err.println("Cannot release " + lock + ": " + e.getMessage());
        }
    }
}
