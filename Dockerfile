# Build: compiles nodejieba, generates the Prisma client, bundles the explorer.
FROM node:22-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts scripts
COPY prisma prisma
COPY prisma.config.ts tsconfig.json ./
COPY src src
RUN npm ci && npm prune --omit=dev --ignore-scripts

# Run: no compiler, no development packages, an ordinary user.
FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 XIEZUO_DATA_DIR=/data
WORKDIR /app
COPY --from=build /app ./
COPY seed seed
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:4000/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.mjs", "serve"]
