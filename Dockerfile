# Packages, for the build: compiles nodejieba. Made anew only where they change; an edit of src comes after it.
FROM node:22-bookworm AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The scripts of the packages run, that of this project (prepare) not yet: it needs the sources.
RUN npm ci --ignore-scripts && npm rebuild

# What is generated of the sources: the Prisma client, the types of the tables, the bundles of the sources and of the explorer.
FROM packages AS build
COPY scripts scripts
COPY prisma prisma
COPY prisma.config.ts tsconfig.json ./
COPY src src
COPY seed seed
RUN npm run prepare

# Packages without those that only development needs.
FROM packages AS production
RUN npm prune --omit=dev --ignore-scripts

# Run: no compiler, an ordinary user, nothing that it may write but /data and /tmp.
FROM node:22-bookworm-slim
# glibc keeps an arena of freed memory for each thread and core; two are enough, and save a hundred megabytes.
# The dictionary is some millions of small objects: in large pages it is loaded in a quarter of the time.
# A heap that leaves room for the dictionary in 768 MB; the threads have limits of their own.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 XIEZUO_DATA_DIR=/data MALLOC_ARENA_MAX=2 \
    GLIBC_TUNABLES=glibc.malloc.hugetlb=1 \
    NODE_OPTIONS="--max-old-space-size=320 --max-semi-space-size=8"
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=production /app/node_modules node_modules
COPY package.json ./
COPY prisma prisma
COPY seed seed
COPY --from=build /app/dist dist
COPY --from=build /app/src src
USER node
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/main.mjs"]
CMD ["serve"]
