FROM python:3.13-slim AS build
WORKDIR /source
COPY requirements.lock ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY domain domain
COPY handlers handlers
COPY storage storage
RUN /venv/bin/pip install --no-cache-dir --no-deps .

FROM python:3.13-slim
RUN useradd --system --create-home --home-dir /data rapporteur
COPY --from=build /venv /venv
USER rapporteur
WORKDIR /data
VOLUME /data
ENV PATH=/venv/bin:$PATH HOST=0.0.0.0 PORT=3000 DATABASE_URL=sqlite:////data/rapporteur.db
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f\"http://127.0.0.1:{os.environ['PORT']}/readyz\", timeout=2)"]
CMD ["rapporteur", "serve"]
