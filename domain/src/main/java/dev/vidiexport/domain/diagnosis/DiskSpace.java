package dev.vidiexport.domain.diagnosis;

/** Whether the disk of a history has room. */
public final class DiskSpace {
  /** Below this a night's run may fill the disk: 1 GiB. */
  private static final long LITTLE = 1L << 30;

  private DiskSpace() {}

  /**
   * The result for the target, which can be written.
   *
   * @param finding what was found, without its full stop
   * @param usableBytes how many bytes this user may still write there
   */
  public static CheckResult review(String finding, long usableBytes) {
    return usableBytes < LITTLE
        ? CheckResult.warning(CheckName.TARGET, finding + ", which is little. Make room there.")
        : CheckResult.ok(CheckName.TARGET, finding + ".");
  }
}
