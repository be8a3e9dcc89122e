/**
 * The made-up cameras of a sandbox: where they stand, when they were there, and up to when what
 * they measured is known. It knows neither rows nor the service.
 */
package dev.vidiexport.http.sandbox.cameras;
