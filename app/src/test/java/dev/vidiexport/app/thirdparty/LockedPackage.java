package dev.vidiexport.app.thirdparty;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A package of npm that is in the script of reports, as the lock file has it.
 *
 * @param licence by its SPDX identifier
 * @param sha512 of the package, in hexadecimal digits
 * @param needs the names of the packages that it needs
 */
record LockedPackage(
    String name, String version, String licence, String sha512, List<String> needs) {
  LockedPackage {
    requireNonNull(name, "name must not be null");
    requireNonNull(version, "version must not be null");
    requireNonNull(licence, "licence must not be null");
    requireNonNull(sha512, "sha512 must not be null");
    needs = List.copyOf(needs);
  }

  /** The address by which those who read bills of materials know it. */
  String purl() {
    return "pkg:npm/" + name + "@" + version;
  }
}
