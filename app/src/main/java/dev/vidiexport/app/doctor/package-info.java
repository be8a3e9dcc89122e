/** Checks what exports and syncs need, before they need it. */
package dev.vidiexport.app.doctor;
