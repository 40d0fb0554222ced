"""The sandbox over HTTP: routes, guards, REST, OAuth, the control interface, spoilt answers."""
