"""The portal's page: which portal, which application, who, what works, and how it is kept safe."""
