package org.koppel.transport.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.PartnerTrust;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.RecordedSockets;
import org.koppel.transport.Security;
import org.koppel.transport.UnusableSettingsException;
import org.koppel.transport.WaitingFile;

/**
 * One stay at a mailbox. A mail is known by its Message-ID, or, where it has none, by UIDVALIDITY and UID (RFC 3501, 2.3.1.1). What is
 * fetched is the mail without the lines that servers on its way wrote, so that the same mail is always the same bytes.
 */
final class ImapVisit implements PickupVisit {
    private static final System.Logger LOG = System.getLogger(ImapVisit.class.getName());
    private static final Map<String, String> TIMEOUTS =
            Map.of("connectiontimeout", "10000", "timeout", "20000", "writetimeout", "20000");
    /** Written by the author's own program. */
    private static final Set<String> KEPT = Set.of(
            "from",
            "to",
            "cc",
            "reply-to",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "content-disposition");

    private final ImapSettings settings;
    private final ImapLogin login;
    private final RecordedSockets sockets;
    private final Session session;
    private final Map<String, Message> byName = new HashMap<>();
    private Store store;
    private Folder mailbox;

    private ImapVisit(ImapSettings settings, ImapLogin login, RecordedSockets sockets, Session session) {
        this.settings = settings;
        this.login = login;
        this.sockets = sockets;
        this.session = session;
    }

    static ImapVisit to(ImapSettings settings, ImapLogin login)
            throws UnusableSettingsException, GeneralSecurityException {
        boolean implicit = settings.security() == Security.IMPLICIT;
        RecordedSockets sockets = new RecordedSockets();
        SSLContext tls = PartnerTrust.context(settings.fingerprint());
        Properties properties = new Properties();
        TIMEOUTS.forEach((name, value) -> properties.put("mail.imap." + name, value));
        properties.put(
                "mail.imap.ssl.checkserveridentity",
                Boolean.toString(settings.fingerprint().isEmpty()));
        properties.put("mail.imap.ssl.enable", Boolean.toString(implicit));
        properties.put("mail.imap.socketFactory", sockets);
        properties.put("mail.imap.ssl.socketFactory", new RecordedTls(sockets, tls.getSocketFactory()));
        properties.put("mail.imap.socketFactory.fallback", "false"); // to one that believes and records otherwise
        if (settings.oauth().isPresent()) {
            properties.put("mail.imap.auth.mechanisms", ImapLogin.BY_TOKEN);
        }
        boolean explicit = settings.security() == Security.EXPLICIT;
        properties.put("mail.imap.starttls.enable", Boolean.toString(explicit));
        properties.put("mail.imap.starttls.required", Boolean.toString(explicit));
        return new ImapVisit(settings, login, sockets, Session.getInstance(properties));
    }

    @Override
    public String place() {
        return settings.place();
    }

    @Override
    public void begin() throws IOException, PickupRefusedException {
        try {
            store = session.getStore("imap");
            login.into(store);
            mailbox = store.getFolder(settings.mailbox());
            if (!mailbox.exists()) {
                throw new PickupRefusedException(DeliveryOutcome.rejected(
                        "IMAP_NO_MAILBOX",
                        "There is no mailbox " + settings.mailbox() + "; correct the setting, or make the mailbox"));
            }
            mailbox.open(Folder.READ_WRITE);
        } catch (MessagingException e) {
            throw broken(e);
        }
    }

    @Override
    public List<WaitingFile> list() throws IOException {
        try {
            byName.clear();
            Message[] all = mailbox.getMessages();
            FetchProfile profile = new FetchProfile();
            profile.add(FetchProfile.Item.ENVELOPE);
            profile.add(FetchProfile.Item.FLAGS);
            profile.add(FetchProfile.Item.SIZE);
            profile.add(UIDFolder.FetchProfileItem.UID);
            mailbox.fetch(all, profile);
            List<WaitingFile> files = new ArrayList<>();
            for (Message message : all) {
                String name = name(message);
                boolean first = !message.isSet(Flags.Flag.DELETED) && byName.putIfAbsent(name, message) == null;
                if (first) { // one that came twice is seen by the next visit
                    files.add(waiting(name, message));
                }
            }
            return files;
        } catch (MessagingException e) {
            throw broken(e);
        }
    }

    private static WaitingFile waiting(String name, Message message) throws MessagingException {
        Instant received = message.getReceivedDate() == null
                ? Instant.EPOCH
                : message.getReceivedDate().toInstant();
        return new WaitingFile(name, Math.max(0, message.getSize()), received);
    }

    private String name(Message message) throws MessagingException {
        String id = message instanceof MimeMessage mime ? mime.getMessageID() : null;
        String plain = id == null ? "" : id.replaceAll("[<>\\p{Cntrl}/\\\\\\s]", "");
        if (WaitingFile.isName(plain)) {
            return plain;
        }
        UIDFolder numbered = (UIDFolder) mailbox;
        return numbered.getUIDValidity() + "-" + numbered.getUID(message);
    }

    /** The listed size is the server's own reckoning and is not held against the mail. */
    @Override
    public boolean fetch(WaitingFile file, OutputStream to, long most) throws IOException {
        LimitedOutput limited = new LimitedOutput(to, most);
        try {
            MimeMessage message = (MimeMessage) byName.get(file.name());
            List<String> ignored = new ArrayList<>();
            for (Header header : Collections.list(message.getAllHeaders())) {
                if (!KEPT.contains(header.getName().toLowerCase(Locale.ROOT))) {
                    ignored.add(header.getName());
                }
            }
            message.writeTo(limited, ignored.toArray(String[]::new));
            return true;
        } catch (LimitedOutput.EnoughException e) {
            LOG.log(Level.DEBUG, "The mail " + file.name() + " is too large", e);
            return false;
        } catch (MessagingException e) {
            throw broken(e);
        }
    }

    @Override
    public void move(WaitingFile file, String folder, String name, String explanation)
            throws IOException, PickupRefusedException {
        try {
            Message message = byName.get(file.name());
            Folder target = folder(folder);
            mailbox.copyMessages(new Message[] {message}, target);
            message.setFlag(Flags.Flag.DELETED, true); // at once, or each visit would make a copy
            if (explanation != null) {
                lay(note(message, explanation), target);
            }
        } catch (MessagingException e) {
            throw broken(e);
        }
    }

    /** The mail is there without it, and its reason in Koppel. */
    private void lay(MimeMessage note, Folder target) {
        try {
            target.appendMessages(new Message[] {note});
        } catch (MessagingException e) {
            LOG.log(Level.WARNING, "The mailbox takes no note beside a mail that was refused: {0}", e.getMessage());
        }
    }

    private Folder folder(String name) throws MessagingException, PickupRefusedException {
        Folder target = store.getDefaultFolder().getFolder(name);
        if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
            throw new PickupRefusedException(DeliveryOutcome.rejected(
                    "IMAP_NO_FOLDER",
                    "The mail folder " + name + " cannot be made; make it, or give the account the right to"));
        }
        return target;
    }

    /** Lies beside the mail that was refused. */
    private MimeMessage note(Message about, String explanation) throws MessagingException {
        MimeMessage note = new MimeMessage(session);
        note.setFrom("koppel@localhost");
        note.setSubject("Not taken: " + String.valueOf(about.getSubject()), StandardCharsets.UTF_8.name());
        note.setText(explanation, StandardCharsets.UTF_8.name());
        note.saveChanges();
        return note;
    }

    /** A mailbox has no markers. */
    @Override
    public void remove(WaitingFile file) {
        LOG.log(Level.DEBUG, "Nothing is removed from a mailbox: {0}", file.name());
    }

    /** A server that says NO to one mail still answers. */
    @Override
    public boolean goesOn() {
        return mailbox.isOpen() && store.isConnected(); // both ask the server
    }

    @Override
    public void breakOff() {
        sockets.closeAll();
    }

    @Override
    public void close() {
        try {
            if (mailbox != null && mailbox.isOpen()) {
                mailbox.close(true); // mails that were copied and marked go for good
            }
            if (store != null) {
                store.close();
            }
        } catch (MessagingException e) {
            LOG.log(Level.DEBUG, "No goodbye from " + settings.place(), e);
        } finally {
            sockets.closeAll();
        }
    }

    private static IOException broken(MessagingException e) {
        return new IOException(e.getMessage(), e);
    }
}
