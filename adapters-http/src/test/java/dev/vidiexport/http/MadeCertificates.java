package dev.vidiexport.http;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;

/** Makes certificates: the library writes dates with the digits of the place, where none reads. */
public final class MadeCertificates {
  private MadeCertificates() {}

  /** One for a host, from now on for a day. */
  static HeldCertificate of(String host) {
    return made(
        new HeldCertificate.Builder().duration(1, TimeUnit.DAYS).addSubjectAlternativeName(host));
  }

  /** One as a builder has it. */
  public static HeldCertificate made(HeldCertificate.Builder certificate) {
    Locale place = Locale.getDefault();
    Locale.setDefault(Locale.ROOT);
    try {
      return certificate.build();
    } finally {
      Locale.setDefault(place);
    }
  }
}
