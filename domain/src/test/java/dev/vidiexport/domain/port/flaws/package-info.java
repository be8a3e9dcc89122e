/** Guards the contracts of the ports: what is right, and what is wrong in one way each. */
package dev.vidiexport.domain.port.flaws;
