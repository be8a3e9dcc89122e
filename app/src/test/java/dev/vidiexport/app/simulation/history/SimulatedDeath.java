package dev.vidiexport.app.simulation.history;

/** Stands for the end of a process: nothing that it asks of anybody afterwards is done. */
final class SimulatedDeath extends Error {
  private static final long serialVersionUID = 1L;
}
