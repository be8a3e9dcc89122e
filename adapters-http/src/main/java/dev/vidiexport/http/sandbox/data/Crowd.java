package dev.vidiexport.http.sandbox.data;

/**
 * Who came by in one period.
 *
 * @param hours the period's length
 * @param passers people who came by; need not be whole, as nor need the others
 * @param watchers those who looked
 * @param vehicles what drove by
 */
record Crowd(double hours, double passers, double watchers, double vehicles) {
  /** One person or vehicle, in rows that are not aggregated. */
  static final Crowd ONE = new Crowd(0, 1, 1, 1);

  /** A part of it. */
  Crowd share(double part) {
    return new Crowd(hours, passers * part, watchers * part, vehicles * part);
  }
}
