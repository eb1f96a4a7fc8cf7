package org.stepbridge.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A council's SFTP server, with one account that logs in by password or by key. */
public final class CouncilServer implements AutoCloseable {
    public static final String USER = "stepbridge";
    public static final String PASSWORD = "right, and long enough";

    /** The folder that it serves. */
    public final Path files;

    final AtomicInteger logins = new AtomicInteger();
    final KeyPair clientKey;
    private final SshServer server = SshServer.setUpDefaultServer();

    /** Starts it, with its files and its key below this folder. */
    public CouncilServer(Path folder) throws Exception {
        this(folder, 0);
    }

    /** Starts it at this port, again with the files and the key that are there. */
    CouncilServer(Path folder, int port) throws Exception {
        files = Files.createDirectories(folder.resolve("served"));
        clientKey = KeyUtils.generateKeyPair("ssh-rsa", 2048);
        PublicKey known = clientKey.getPublic();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(folder.resolve("host.key")));
        server.setPasswordAuthenticator((user, password, session) -> {
            logins.incrementAndGet();
            return user.equals(USER) && password.equals(PASSWORD);
        });
        server.setPublickeyAuthenticator((user, key, session) -> user.equals(USER) && KeyUtils.compareKeys(key, known));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(files));
        server.start();
    }

    public int port() {
        return server.getPort();
    }

    /** This server's line among the known hosts. */
    public String knownHost() throws IOException, GeneralSecurityException {
        PublicKey key =
                server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic();
        return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(key) + "\n";
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
