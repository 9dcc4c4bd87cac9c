/** What the gateway's tests stand on: services that tell what they were sent, raw sockets, a line to Redis that can be cut. */
package dev.smartdoctor.gateway.testing;
