package dev.vidiexport.domain.diagnosis;

import java.util.Locale;

/** What is checked, in the order in which it is told. Names are part of the contract with users. */
public enum CheckName {
  /** The Java that runs the program, and the memory that it may take. */
  JAVA,
  /** The folder for temporary files, which must let native code run. */
  TEMPORARY_FOLDER,
  /** Where the runs of a user meet to share the limits of the service. */
  STATE_FOLDER,
  /** Where native code is unpacked to, and kept what can be made anew. */
  CACHE_FOLDER,
  /** The formats that others bring. */
  PLUGINS,
  /** The project file, with all its rules. */
  PROJECT_FILE,
  /** Where the service is, and how calls get there. */
  ADDRESS,
  /** Who asks, and by which token. */
  CREDENTIALS,
  /** The name of the service, or of the proxy before it. */
  HOST_NAME,
  /** The way to the service. */
  CONNECTION,
  /** Certificate and encryption. */
  ENCRYPTION,
  /** The clock of this machine, against that of the service. */
  CLOCK,
  /** Whose the credentials are. */
  ACCOUNT,
  /** The lists of what there is to ask for. */
  TOPOLOGY,
  /** The folder of the history. */
  TARGET,
  /** What is known of the history. */
  LEDGER,
  /** Whether the formats of the exports can work here. */
  FORMATS;

  /** As users know it: {@code temporary-folder}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
