package io.github.dokuconformance.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.probe.ReceiverAnswer.Silence;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsEndpointTest {
  private static final String PASSWORD = "not-a-secret";
  private static final Request REQUEST =
      new Request("POST", Target.of("/notify"), Headers.none(), Body.ofUtf8("{}"));

  private static SSLContext tls;

  /** Makes a certificate for localhost, which nobody but this test trusts. */
  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD.toCharArray());
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    tls = SSLContext.getInstance("TLS");
    tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
  }

  @Test
  void sendsToHostWhoseCertificateIsTrusted() throws Exception {
    assertThat(send("localhost", tls.getSocketFactory())).isEqualTo(ReceiverAnswer.of(200));
  }

  @Test
  void doesNotSendToHostWhoseCertificateIsNotTrusted() throws Exception {
    SSLSocketFactory platform = (SSLSocketFactory) SSLSocketFactory.getDefault();

    assertThat(send("localhost", platform).is(Silence.UNREACHABLE)).isTrue();
  }

  @Test
  void doesNotSendToHostOfAnotherName() throws Exception {
    assertThat(send("127.0.0.1", tls.getSocketFactory()).is(Silence.UNREACHABLE)).isTrue();
  }

  private static ReceiverAnswer send(String host, SSLSocketFactory factory) throws Exception {
    try (TestServer server =
        TestServer.on(
            tls.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress()),
            request -> 200)) {
      NotificationUrl url =
          NotificationUrl.parse("https://" + host + ":" + server.port() + "/notify");
      return HttpEndpoint.of(url, Duration.ofSeconds(5), factory)
          .send(REQUEST, Transmission.AT_ONCE);
    }
  }
}
