/**
 * The only door to the suite. {@link dev.smartdoctor.gateway.door.Interceptors} says in one list what happens to a request, in
 * order; {@link dev.smartdoctor.gateway.route.Routes} says in one table what may be asked for.
 */
package dev.smartdoctor.gateway;
