package dev.vidiexport.sinks.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vidiexport.domain.process.JavaCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A certificate for 127.0.0.1 that nobody has signed, as a server reads it. */
final class Certificate {
  static final String FILE = "server.crt";
  static final String KEY = "server.key";

  private static final String PASSWORD = "password";
  private static final String ALIAS = "server";

  private Certificate() {}

  /** Makes both files in a folder. */
  static void make(Path folder) throws IOException, InterruptedException {
    Path keys = folder.resolve("keys.p12");
    PostgresPrograms.run(
        List.of(
            JavaCommand.program("keytool"),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "san=ip:127.0.0.1",
            "-ext",
            "bc=ca:true",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            keys.toString()));
    try (InputStream in = Files.newInputStream(keys)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      write(folder.resolve(FILE), "CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
      Key key = store.getKey(ALIAS, PASSWORD.toCharArray());
      write(folder.resolve(KEY), "PRIVATE KEY", key.getEncoded());
      Files.setPosixFilePermissions(
          folder.resolve(KEY), PosixFilePermissions.fromString("rw-------"));
    } catch (GeneralSecurityException unusable) {
      throw new IOException("the certificate cannot be made", unusable);
    }
    Files.delete(keys);
  }

  private static void write(Path file, String what, byte[] bytes) throws IOException {
    String text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes);
    Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, text, what));
  }
}
