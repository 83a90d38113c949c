# The dashboard as a container, for one machine; docs/deploy.md tells how to build and run it.
FROM python:3.12-slim-bookworm

# Nothing is written at run time: no byte code, no cache of pip's, and what is printed shows at once.
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1

WORKDIR /app

# First, since it changes least: a new sentence in content/ then rebuilds nothing but its own layer.
COPY requirements.txt ./
RUN pip install -r requirements.txt

COPY LICENSE LICENSE-CONTENT.md streamlit_app.py ./
COPY .streamlit/config.toml .streamlit/config.toml
COPY static static
COPY pages pages
COPY narratives narratives
COPY content content

# A user without rights, who owns none of the files above and so cannot change them.
RUN useradd --system --uid 10001 --create-home narratives
USER 10001

EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]

# In a container no code changes on disk, so Streamlit watches nothing.
CMD ["python", "-m", "streamlit", "run", "streamlit_app.py", "--server.headless=true", \
     "--server.address=0.0.0.0", "--server.port=8501", "--server.fileWatcherType=none", "--server.runOnSave=false"]
